package dev.vidwiz.bootstrap;

import static dev.vidwiz.bootstrap.settings.SettingTable.DATA_DIR;
import static dev.vidwiz.bootstrap.settings.SettingTable.DB_URL;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.bootstrap.settings.DatabaseUrl;
import dev.vidwiz.bootstrap.settings.Settings;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.persistence.settings.ForeignSchemaException;
import dev.vidwiz.transfer.importing.ImportOldDatabase;
import dev.vidwiz.transfer.importing.NoOldDatabaseException;
import dev.vidwiz.transfer.importing.TableCount;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** {@code vidwiz import --from DB_URL}: imports the database of a Python server. */
final class Import {

  private static final Arguments.Form ARGUMENTS =
      new Arguments.Form(
          """
          usage: vidwiz import --from DB_URL [--dry-run]

          Imports the data of an older server into the database of the setting DB_URL.
            --from     the old database: sqlite:////path/file.db or postgresql://user:pass@host/db
            --dry-run  only report what would be done\
          """,
          List.of(),
          Set.of("--dry-run"),
          Set.of("--from"));

  private final DatabaseUrl from;
  private final DatabaseUrl to;
  private final Settings settings;

  private Import(DatabaseUrl from, Settings settings) {
    this.from = from;
    this.to = settings.get(DB_URL);
    this.settings = settings;
  }

  static int run(List<String> args) {
    Arguments arguments = ARGUMENTS.parse(args);
    DatabaseUrl from = from(arguments);
    new Import(from, ProgramSettings.readWithoutSecrets()).run(arguments.has("--dry-run"));
    return ExitStatus.OK;
  }

  private static DatabaseUrl from(Arguments arguments) {
    try {
      return DatabaseUrl.parse(arguments.value("--from"));
    } catch (IllegalArgumentException e) {
      throw arguments.wrong("--from " + e.getMessage() + "\n");
    }
  }

  private void run(boolean dryRun) {
    if (from.isSame(to)) {
      throw new CannotRun(
          ExitStatus.CONFIGURATION,
          "--from and DB_URL are the same database, %s. Set DB_URL to a separate one."
              .formatted(to.masked()));
    }
    try (ImportOldDatabase source = open();
        ImportReport report =
            new ImportReport(
                settings.get(DATA_DIR),
                LocalDateTime.now(ZoneId.systemDefault()),
                new ProgressLine())) {
      List<TableCount> counts = dryRun ? source.dryRun(target(), report) : copy(source, report);
      System.out.print(report.text(counts, dryRun));
    } catch (ForeignSchemaException e) {
      throw Database.foreign(to, e);
    } catch (StorageException e) {
      throw new CannotRun(
          ExitStatus.UNAVAILABLE,
          """
          the import from %s into %s failed: %s.
          The rows copied so far are kept; run it again to continue.\
          """
              .formatted(from.masked(), to.masked(), Causes.outerAndInnermost(e)));
    }
  }

  private List<TableCount> copy(ImportOldDatabase source, ImportReport report) {
    Database.open(settings).close();
    return source.copyInto(target(), report);
  }

  private DatabaseSettings target() {
    return Database.describe(settings);
  }

  private ImportOldDatabase open() {
    try {
      return ImportOldDatabase.from(Database.describeOther(from, settings));
    } catch (NoOldDatabaseException e) {
      throw new CannotRun(
          ExitStatus.BAD_DATA,
          "cannot import from %s: %s. --from must name the database of a Python VidWiz server."
              .formatted(from.masked(), e.getMessage()));
    } catch (StorageException e) {
      throw new CannotRun(
          ExitStatus.UNAVAILABLE,
          "cannot import from %s: %s. Check --from.".formatted(from.masked(), Causes.innermost(e)));
    }
  }
}
