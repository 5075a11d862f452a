package dev.vidwiz.bootstrap;

import dev.vidwiz.bootstrap.settings.LogFormat;
import dev.vidwiz.bootstrap.settings.SettingTable;
import dev.vidwiz.bootstrap.settings.Settings;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** {@code vidwiz serve}: runs the server until the process is asked to end. */
final class Serve {

  /** Service managers commonly kill after 15 seconds or more. */
  private static final Duration STOP_LIMIT = Duration.ofSeconds(13);

  private Serve() {}

  static int run(List<String> args) {
    Command.expectNone(args);
    Settings settings = ProgramSettings.readForServer();
    Logging.configure(settings);
    System.Logger log = System.getLogger(Serve.class.getName());
    settings.warnings().forEach(warning -> log.log(Level.WARNING, warning));
    RunningServer server = RunningServer.start(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
    if (settings.get(SettingTable.LOG_FORMAT) == LogFormat.TEXT) {
      System.out.print(Welcome.text(settings, server.address()));
      System.out.flush();
    } else {
      log.log(Level.INFO, Welcome.listening(server.address()));
    }
    return untilStopped();
  }

  /** The hook of {@link #stop} ends the process. */
  private static int untilStopped() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitStatus.OK;
  }

  /** To be asked to end is no failure, so the status must not tell of the signal. */
  private static void stop(RunningServer server) {
    try {
      Thread.ofPlatform().daemon().name("close").start(server::close).join(STOP_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      Runtime.getRuntime().halt(ExitStatus.OK);
    }
  }
}
