package dev.vidwiz.bootstrap;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.bootstrap.settings.Settings;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.transfer.archive.Archiver;
import dev.vidwiz.transfer.archive.LastBackup;
import dev.vidwiz.transfer.archive.SqliteCopy;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code vidwiz backup FILE}: writes the content of the database to a file. */
final class Backup {

  private static final Arguments.Form ARGUMENTS =
      new Arguments.Form(
          """
          usage: vidwiz backup FILE
            FILE ends in .db or .sqlite: a copy of a SQLite database
            FILE has another name, such as notes.jsonl.gz: an archive, for SQLite and PostgreSQL
            FILE is -: an archive to standard output\
          """,
          List.of("FILE"),
          Set.of(),
          Set.of());

  private Backup() {}

  static int run(List<String> args) {
    String target = ARGUMENTS.parse(args).file();
    Settings settings = ProgramSettings.readWithoutSecrets();
    DatabaseSettings database = Database.describe(settings);
    if (target.equals(Arguments.STANDARD_STREAM)) {
      long rows = Database.using(settings, () -> toStandardOutput(database));
      System.err.printf(Locale.ROOT, "Saved %,d rows%n", rows);
    } else {
      Path file = Path.of(target);
      NewFile.write(
          file,
          part -> {
            long rows = Database.using(settings, () -> write(database, file, part));
            System.out.printf(Locale.ROOT, "Saved %,d rows in %s%n", rows, file);
          });
    }
    recordRun(database);
    return ExitStatus.OK;
  }

  /** The backup is good even if its time cannot be recorded, such as that of a standby. */
  private static void recordRun(DatabaseSettings database) {
    try {
      LastBackup.record(database, now());
    } catch (StorageException e) {
      System.err.printf(
          "The metrics will not show this backup, because its time cannot be recorded: %s%n",
          Causes.outerAndInnermost(e));
    }
  }

  private static long write(DatabaseSettings database, Path file, Path part) {
    if (!isSqlite(file)) {
      return archive(database, part);
    }
    if (database instanceof DatabaseSettings.Sqlite sqlite) {
      try (ProgressLine progress = new ProgressLine()) {
        return SqliteCopy.write(sqlite, part, progress);
      }
    }
    throw new CannotRun(
        ExitStatus.USAGE,
        "%s is a name for a copy of a SQLite file, but DB_URL is PostgreSQL. %s"
            .formatted(file, ARGUMENTS.usage()));
  }

  private static boolean isSqlite(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".db") || name.endsWith(".sqlite");
  }

  private static long archive(DatabaseSettings database, Path part) {
    try (OutputStream out = Files.newOutputStream(part)) {
      return archive(database, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long toStandardOutput(DatabaseSettings database) {
    try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
      return archive(database, out);
    } catch (IOException | UncheckedIOException e) {
      throw new CannotRun(
          ExitStatus.CANNOT_CREATE,
          "cannot write to standard output (%s)".formatted(Causes.innermost(e)));
    }
  }

  private static long archive(DatabaseSettings database, OutputStream out) {
    Archiver.Origin origin = new Archiver.Origin(now(), Version.current());
    try (ProgressLine progress = new ProgressLine()) {
      return Archiver.write(database, out, origin, progress);
    }
  }

  private static Instant now() {
    return InstantSource.system().instant().truncatedTo(ChronoUnit.MICROS);
  }
}
