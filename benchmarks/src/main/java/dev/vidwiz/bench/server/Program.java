package dev.vidwiz.bench.server;

import dev.vidwiz.bench.seed.SeededDatabase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The program to be measured.
 *
 * @param words the command that starts a server
 * @param jvmOptions additional options of its JVM, for the launcher
 * @param logs the folder of its logs
 */
public record Program(List<String> words, String jvmOptions, Path logs) {

  /** The SECRET_KEY of all servers. */
  public static final String SECRET_KEY = "a-secret-key-that-is-for-benchmarks-only";

  /** The ADMIN_TOKEN of all servers. */
  public static final String ADMIN_TOKEN = "an-admin-token-that-is-for-benchmarks-only";

  /** Returns the program as users start it from a clone. */
  public static Program inClone(Path home, String jvmOptions, Path logs) {
    return new Program(List.of(home.resolve("vidwiz").toString(), "serve"), jvmOptions, logs);
  }

  /** Returns the program with a heap of 256 MB. */
  public Program withSmallHeap() {
    return new Program(words, jvmOptions + " -Xmx256m", logs);
  }

  /** Starts a server on a database; its log has the name of the database. */
  public Server serve(String name, SeededDatabase database) {
    int port = Server.freePort();
    Map<String, String> environment = new HashMap<>(database.settings());
    environment.put("PORT", String.valueOf(port));
    environment.put("SECRET_KEY", SECRET_KEY);
    environment.put("ADMIN_TOKEN", ADMIN_TOKEN);
    environment.put("RATE_LIMIT_ENABLED", "false");
    environment.put("WORKERS", "none");
    environment.put("USER_NEW_VIDEOS_PER_DAY", "0");
    environment.put("VIDWIZ_JAVA_OPTS", jvmOptions);
    return Server.start(new Command(words, environment, logs, name + "-server"), port);
  }
}
