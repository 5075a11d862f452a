package dev.vidwiz.persistence.migration;

import java.time.Duration;
import java.util.Optional;

/** Is told of running migrations, by one thread at a time. */
public interface MigrationListener {

  /**
   * Called about once a second while a migration runs, from a thread of its own, and not after the
   * end of the migration.
   *
   * @param index how far the index is that is built; empty for other migrations and when unknown
   */
  void runs(String migration, Duration elapsed, Optional<IndexProgress> index);

  /** Called when a migration has been done. */
  void ended(String migration, Duration elapsed);
}
