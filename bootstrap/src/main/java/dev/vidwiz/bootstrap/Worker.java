package dev.vidwiz.bootstrap;

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
    String token = ServerToFill.adminToken(settings);
    RemoteServices remote = new RemoteServices(settings);
    InstantSource clock = InstantSource.system();
    YouTubeVideoSource videos = remote.videoSource(clock, attempt -> {});
    RemoteTasks tasks = new RemoteTasks(server, token);
    FetchWorker worker =
        new FetchWorker(tasks, videos, remote.fetchSettings(), clock, new Random());
    Ending.hook(worker::close);
    System.out.println("The worker fetches for " + server);
    worker.awaitEnd();
    return ExitStatus.OK;
  }

  private static URI server(List<String> args) {
    if (args.size() != 2 || !args.getFirst().equals("--server")) {
      throw new CannotRun(ExitStatus.USAGE, USAGE);
    }
    return ServerToFill.address(args.get(1), USAGE);
  }
}
