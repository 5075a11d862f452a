package dev.vidwiz.bootstrap.endtoend;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A running {@code vidwiz serve} on a free port. */
final class Server implements AutoCloseable {

  static final String ADMIN_TOKEN = "an-admin-token-that-is-long-enough-for-this";
  static final String SECRET_KEY = "a-secret-key-that-is-long-enough-for-hs256-too";

  /** How long a server may take to stop. */
  static final long STOP_SECONDS = 15;

  private static final Pattern ADDRESS = Pattern.compile("listens on [^ ]+:(\\d+)");

  private final Program program;
  private final int port;

  private Server(Program program, int port) {
    this.program = program;
    this.port = port;
  }

  /** Starts a server and waits until it listens. */
  static Server start(Path folder, Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PORT", "0");
    environment.put("SECRET_KEY", SECRET_KEY);
    environment.put("ADMIN_TOKEN", ADMIN_TOKEN);
    environment.put("RATE_LIMIT_ENABLED", "false");
    environment.put("WORKERS", "none");
    environment.put("USER_NEW_VIDEOS_PER_DAY", "0");
    environment.put("GUEST_NEW_VIDEOS_PER_DAY", "0");
    environment.putAll(settings);
    environment.values().removeIf(String::isEmpty);
    Program program = Program.start(folder, environment, "serve");
    boolean json = "json".equals(environment.get("LOG_FORMAT"));
    try {
      MatchResult found = (json ? program.errors() : program.output()).find(ADDRESS);
      return new Server(program, Integer.parseInt(found.group(1)));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } catch (AssertionError e) {
      program.close();
      throw new AssertionError("the server did not start: " + program.errors().whole(), e);
    }
  }

  Program program() {
    return program;
  }

  int port() {
    return port;
  }

  /** Returns a client without credentials. */
  Api api() {
    return new Api(port, null);
  }

  /** Returns a client with the admin token. */
  Api admin() {
    return new Api(port, ADMIN_TOKEN);
  }

  /** Kills the server. */
  @Override
  public void close() {
    program.close();
  }
}
