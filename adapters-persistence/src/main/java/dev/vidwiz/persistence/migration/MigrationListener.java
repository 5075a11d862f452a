package dev.vidwiz.persistence.migration;

import java.time.Duration;
import java.util.OptionalInt;

/** Is told of running migrations. */
public interface MigrationListener {

  /**
   * Called about once a second while a migration runs, from a thread of its own.
   *
   * @param percent how much of an index is built; empty when unknown
   */
  void runs(String migration, Duration elapsed, OptionalInt percent);

  /** Called when a migration has been done. */
  void ended(String migration, Duration elapsed);
}
