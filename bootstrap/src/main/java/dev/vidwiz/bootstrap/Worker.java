package dev.vidwiz.bootstrap;

import static dev.vidwiz.bootstrap.settings.SettingTable.ADMIN_TOKEN;

import dev.vidwiz.application.fetch.FetchSettings;
import dev.vidwiz.application.fetch.FetchWorker;
import dev.vidwiz.bootstrap.settings.Settings;
import dev.vidwiz.http.worker.RemoteTasks;
import dev.vidwiz.youtube.YouTubeVideoSource;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

/** {@code vidwiz worker --server URL}: fetches for a server elsewhere, over HTTP. */
final class Worker {

  private static final String USAGE =
      "usage: vidwiz worker --server URL, such as --server https://vidwiz.example";

  private Worker() {}

  static int run(List<String> args) {
    URI server = server(args);
    Settings settings = ProgramSettings.read();
    Logging.configure(settings);
    String token =
        settings
            .find(ADMIN_TOKEN)
            .orElseThrow(
                () ->
                    new CannotRun(
                        ExitStatus.CONFIGURATION,
                        "ADMIN_TOKEN is not set: it must be that of the server"));
    YouTubeVideoSource videos =
        new Outside(settings).videoSource(InstantSource.system(), attempt -> {});
    RemoteTasks tasks = new RemoteTasks(server, token);
    FetchWorker worker =
        new FetchWorker(
            tasks, videos, FetchSettings.DEFAULTS, InstantSource.system(), new Random());
    Ending.hook(worker::close);
    System.out.println("The worker fetches for " + server);
    worker.awaitEnd();
    return ExitStatus.OK;
  }

  private static URI server(List<String> args) {
    if (args.size() != 2 || !args.getFirst().equals("--server")) {
      throw new CannotRun(ExitStatus.USAGE, USAGE);
    }
    try {
      URI server = URI.create(args.get(1).replaceFirst("/+$", ""));
      if (server.getHost() != null && List.of("http", "https").contains(server.getScheme())) {
        return server;
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw new CannotRun(ExitStatus.USAGE, "\"" + args.get(1) + "\" is no address. " + USAGE);
  }
}
