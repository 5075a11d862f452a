package dev.vidwiz.bootstrap;

import dev.vidwiz.bootstrap.settings.DatabaseUrl;

/**
 * The threads of the system under the virtual ones. What somebody has set, stays.
 *
 * @see Thread
 */
final class VirtualThreadTuning {

  private static final String COUNT = "jdk.virtualThreadScheduler.parallelism";

  /** Whoever writes to SQLite holds one while the disk or another program is waited for. */
  private static final int NEEDED_BY_SQLITE = 2;

  /** Not documented: who tells virtual threads that a socket has something for them. */
  private static final String POLLER = "jdk.pollerMode";

  /** A thread of the system, which has to wake fewer than a virtual one, the default. */
  private static final String OF_THE_SYSTEM = "1";

  private VirtualThreadTuning() {}

  /** Prepares for a database; only before there is a virtual thread. */
  static void prepareFor(DatabaseUrl database) {
    setUnlessSet(POLLER, OF_THE_SYSTEM);
    if (database instanceof DatabaseUrl.Sqlite
        && Runtime.getRuntime().availableProcessors() < NEEDED_BY_SQLITE) {
      setUnlessSet(COUNT, Integer.toString(NEEDED_BY_SQLITE));
    }
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
