package dev.vidwiz.bootstrap;

import dev.vidwiz.bootstrap.settings.DatabaseUrl;

/**
 * Configures the platform threads that run virtual threads. Properties that are already set stay
 * unchanged.
 *
 * @see Thread
 */
final class VirtualThreadTuning {

  private static final String PARALLELISM = "jdk.virtualThreadScheduler.parallelism";

  /** A write to SQLite blocks one while it waits for the disk or another program. */
  private static final int SQLITE_PARALLELISM = 2;

  /** Undocumented: the kind of the threads that poll sockets for virtual threads. */
  private static final String POLLER_MODE = "jdk.pollerMode";

  /** Needs fewer wakeups than polling on virtual threads, the default. */
  private static final String PLATFORM_THREADS = "1";

  private VirtualThreadTuning() {}

  /** Sets the properties for a database. Call it before the first virtual thread starts. */
  static void prepareFor(DatabaseUrl database) {
    setUnlessSet(POLLER_MODE, PLATFORM_THREADS);
    if (database instanceof DatabaseUrl.Sqlite
        && Runtime.getRuntime().availableProcessors() < SQLITE_PARALLELISM) {
      setUnlessSet(PARALLELISM, Integer.toString(SQLITE_PARALLELISM));
    }
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
