package dev.vidwiz.bootstrap;

import dev.vidwiz.application.fetch.FetchWorker;
import dev.vidwiz.bootstrap.settings.Settings;
import dev.vidwiz.http.worker.RemoteTasks;
import dev.vidwiz.youtube.YouTubeVideoSource;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** {@code vidwiz worker --server URL}: fetches for a remote server, over HTTP. */
final class Worker {

  private static final Arguments.Form ARGUMENTS =
      new Arguments.Form(
          "usage: vidwiz worker --server URL, such as --server https://vidwiz.example",
          List.of(),
          Set.of(),
          Set.of(Arguments.SERVER));

  private Worker() {}

  static int run(List<String> args) {
    Arguments arguments = ARGUMENTS.parse(args);
    URI server = arguments.server();
    if (server == null) {
      throw arguments.wrong("");
    }
    Settings settings = ProgramSettings.read();
    String token = ServerToFill.adminToken(settings);
    RemoteServices remote = new RemoteServices(settings);
    InstantSource clock = new SystemClock();
    YouTubeVideoSource videos = remote.videoSource(clock, attempt -> {});
    RemoteTasks tasks = new RemoteTasks(server, token);
    FetchWorker worker =
        new FetchWorker(tasks, videos, remote.fetchSettings(), clock, new Random());
    ShutdownHook.add(worker::close);
    System.out.println("The worker fetches for " + server);
    worker.awaitEnd();
    return ExitStatus.OK;
  }
}
