package dev.vidwiz.persistence.postgres;

import dev.vidwiz.application.storage.StorageException;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Knows whether the server is away, so that callers do not wait for a connection in vain. It is
 * away when no connection could be had for a while in which no statement succeeded either; a probe
 * on a thread of its own finds out when it is back. Thread-safe.
 */
final class Outage {

  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Runnable probe;
  private final Duration silence;
  private volatile long answered = System.nanoTime();
  private volatile boolean away;
  private volatile @Nullable Throwable reason;
  private volatile boolean closed;

  /**
   * Assumes that the server is there.
   *
   * @param probe asks the server something, and throws a {@link StorageException} if it cannot
   * @param silence how long a server that is busy may leave everybody without an answer
   */
  Outage(Runnable probe, Duration silence) {
    this.probe = probe;
    this.silence = silence;
  }

  /** Tells whether a failure is one of the server, which every caller would see. */
  static boolean isSign(SQLException failure) {
    return SqlState.UNREACHABLE.isReasonOf(failure) || SqlState.READ_ONLY.isReasonOf(failure);
  }

  /** Tells whether no statement has succeeded for a while. */
  boolean isSilent() {
    return System.nanoTime() - answered >= silence.toNanos();
  }

  /**
   * Lets callers pass while the server is there.
   *
   * @throws StorageException at once while it is away
   */
  void check() {
    if (away) {
      throw StorageException.unavailable("PostgreSQL is away", reason);
    }
  }

  /** Notes that a statement succeeded. */
  void noteAnswer() {
    answered = System.nanoTime();
  }

  /** Notes that no connection could be had, and why. */
  void noteRefusal(StorageException refusal) {
    reason = refusal.getCause();
    if (isSilent() && begins()) {
      Thread.ofVirtual().name("postgres-outage").start(this::probeUntilBack);
    }
  }

  /** Ends the probe. */
  void close() {
    closed = true;
  }

  private synchronized boolean begins() {
    boolean begins = !away && !closed;
    away |= begins;
    return begins;
  }

  private void probeUntilBack() {
    while (!closed) {
      try {
        probe.run();
        noteAnswer();
        away = false;
        return;
      } catch (StorageException e) {
        reason = e.getCause();
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
