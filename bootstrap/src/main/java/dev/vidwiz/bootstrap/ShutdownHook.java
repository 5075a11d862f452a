package dev.vidwiz.bootstrap;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Stops the process on SIGTERM or Ctrl-C. Further signals have no effect. */
final class ShutdownHook {

  /** Service managers usually kill a process after 15 seconds or more. */
  private static final Duration LIMIT = Duration.ofSeconds(14);

  private ShutdownHook() {}

  /**
   * Runs {@code work} when the process gets a signal to stop. Then the process exits with status 0,
   * at the latest when the time limit is over: a requested stop is not a failure. Returns the hook,
   * so that it can be removed when the start fails.
   */
  static Thread add(Runnable work) {
    Thread hook = new Thread(() -> end(work), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    return hook;
  }

  private static void end(Runnable work) {
    try {
      CountDownLatch done = new CountDownLatch(1);
      Thread.ofPlatform().daemon().name("stopping").start(() -> run(work, done));
      if (!done.await(LIMIT.toNanos(), TimeUnit.NANOSECONDS)) {
        log().log(Level.WARNING, "the shutdown takes too long; the process exits now");
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
      log().log(Level.WARNING, "the shutdown failed", e);
    } finally {
      done.countDown();
    }
  }

  private static System.Logger log() {
    return System.getLogger(ShutdownHook.class.getName());
  }
}
