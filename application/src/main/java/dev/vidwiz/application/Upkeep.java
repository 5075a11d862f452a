package dev.vidwiz.application;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Calls the work that makes progress certain when signals are lost, each piece on a virtual thread
 * of its own, at intervals that differ a little so that servers do not all look at the same moment.
 * A piece that fails is logged and called again.
 */
final class Upkeep implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Upkeep.class.getName());
  private static final double JITTER = 0.1;

  private final List<Thread> threads = new CopyOnWriteArrayList<>();

  /** Calls {@code work} after each interval until this is closed. */
  void every(Duration interval, String name, Runnable work) {
    threads.add(
        Thread.ofVirtual().name("upkeep-" + name).start(() -> repeat(interval, name, work)));
  }

  /** Ends all calls and waits for those that are running. */
  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void repeat(Duration interval, String name, Runnable work) {
    try {
      while (true) {
        Thread.sleep(withJitter(interval));
        call(name, work);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void call(String name, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "upkeep " + name + " failed and will be tried again", e);
    }
  }

  private static Duration withJitter(Duration interval) {
    double factor = ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER);
    return Duration.ofNanos((long) (interval.toNanos() * factor));
  }
}
