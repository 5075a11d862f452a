package dev.vidwiz.bootstrap;

import dev.vidwiz.bootstrap.network.UnresolvedHosts;
import dev.vidwiz.bootstrap.settings.LogFormat;
import dev.vidwiz.bootstrap.settings.SettingTable;
import dev.vidwiz.bootstrap.settings.Settings;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** {@code vidwiz serve}: runs the server until the process is stopped. */
final class Serve {

  private Serve() {}

  static int run(List<String> args) throws InterruptedException {
    Command.expectNone(args);
    Settings settings = ProgramSettings.readForServer();
    System.Logger log = System.getLogger(Serve.class.getName());
    settings.warnings().forEach(warning -> log.log(Level.WARNING, warning));
    // In the background, because a name server that does not answer must not delay the start.
    Thread.ofPlatform()
        .daemon()
        .start(() -> UnresolvedHosts.find(settings).forEach(host -> log.log(Level.WARNING, host)));
    RunningServer server = startStoppable(settings);
    server.report().forEach(line -> log.log(Level.INFO, line));
    if (settings.get(SettingTable.LOG_FORMAT) == LogFormat.TEXT) {
      System.out.print(Welcome.text(settings, server.address()));
      System.out.flush();
    } else {
      log.log(Level.INFO, Welcome.listening(server.address()));
    }
    // The shutdown hook ends the process.
    new CountDownLatch(1).await();
    return ExitStatus.OK;
  }

  /** Starts a server that is closed when the process is stopped. */
  private static RunningServer startStoppable(Settings settings) {
    CompletableFuture<RunningServer> started = new CompletableFuture<>();
    Thread hook = ShutdownHook.add(() -> started.join().close());
    try {
      RunningServer server = RunningServer.start(settings);
      started.complete(server);
      return server;
    } catch (RuntimeException e) {
      started.completeExceptionally(e);
      Runtime.getRuntime().removeShutdownHook(hook);
      throw e;
    }
  }
}
