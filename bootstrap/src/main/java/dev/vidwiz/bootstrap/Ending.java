package dev.vidwiz.bootstrap;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How the process ends when it is asked to, by SIGTERM or Ctrl-C. Asking again changes nothing. */
final class Ending {

  /** Service managers commonly kill after 15 seconds or more. */
  private static final Duration LIMIT = Duration.ofSeconds(14);

  private Ending() {}

  /**
   * Has {@code work} done when the process is asked to end, which it then does, at the latest when
   * the time is over. To be asked to end is no failure, so the status does not tell of the signal.
   * Returns the hook, in case nothing has been started.
   */
  static Thread hook(Runnable work) {
    Thread hook = new Thread(() -> end(work), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    return hook;
  }

  private static void end(Runnable work) {
    try {
      CountDownLatch done = new CountDownLatch(1);
      Thread.ofPlatform().daemon().name("stopping").start(() -> run(work, done));
      if (!done.await(LIMIT.toNanos(), TimeUnit.NANOSECONDS)) {
        log().log(Level.WARNING, "did not end in time, and ends now");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      Runtime.getRuntime().halt(ExitStatus.OK);
    }
  }

  private static void run(Runnable work, CountDownLatch done) {
    try {
      work.run();
    } catch (RuntimeException e) {
      log().log(Level.WARNING, "did not end cleanly", e);
    } finally {
      done.countDown();
    }
  }

  private static System.Logger log() {
    return System.getLogger(Ending.class.getName());
  }
}
