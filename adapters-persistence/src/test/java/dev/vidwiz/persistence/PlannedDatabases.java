package dev.vidwiz.persistence;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One database of each kind with the same rows, for tests of plans. */
public final class PlannedDatabases implements AutoCloseable {

  private final PlannedDatabase sqlite;
  private final PlannedDatabase postgres;

  private PlannedDatabases(PlannedDatabase sqlite, PlannedDatabase postgres) {
    this.sqlite = sqlite;
    this.postgres = postgres;
  }

  /** Makes both, lets {@code filling} add the rows, and settles them. */
  public static PlannedDatabases filled(Path folder, Consumer<PlannedDatabase> filling) {
    PlannedDatabases both =
        new PlannedDatabases(PlannedDatabase.sqlite(folder), PlannedDatabase.postgres());
    both.stream().forEach(filling.andThen(PlannedDatabase::settle));
    return both;
  }

  public Stream<PlannedDatabase> stream() {
    return Stream.of(sqlite, postgres);
  }

  @Override
  public void close() {
    sqlite.close();
    postgres.close();
  }
}
