package dev.vidwiz.bench.ceiling;

import dev.vidwiz.bench.server.Command;
import dev.vidwiz.bench.server.Server;
import io.javalin.Javalin;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Javalin server with one handler, which always returns the same response. */
public final class BareHandler {

  private BareHandler() {}

  /**
   * Starts it in a separate process.
   *
   * @param jvm the command of a JVM with the flags of the server that is compared
   * @param answer the JSON that it returns for a GET request of {@code /}
   */
  public static Server start(List<String> jvm, String answer, Path logs) {
    int port = Server.freePort();
    List<String> words = new ArrayList<>(jvm);
    words.addAll(List.of("-cp", System.getProperty("java.class.path")));
    words.addAll(List.of(BareHandler.class.getName(), String.valueOf(port), answer));
    return Server.start(new Command(words, Map.of(), logs, "bare-handler"), port);
  }

  static void main(String[] args) {
    byte[] answer = args[1].getBytes(StandardCharsets.UTF_8);
    Javalin.create(
            config -> {
              config.concurrency.useVirtualThreads = true;
              config.routes.get("/", ctx -> ctx.contentType("application/json").result(answer));
            })
        .start("127.0.0.1", Integer.parseInt(args[0]));
  }
}
