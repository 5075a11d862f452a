package dev.vidwiz.bootstrap;

import static dev.vidwiz.bootstrap.settings.SettingTable.DB_MIGRATE;
import static dev.vidwiz.bootstrap.settings.SettingTable.DB_URL;

import dev.vidwiz.bootstrap.settings.DatabaseUrl;
import dev.vidwiz.bootstrap.settings.Settings;
import dev.vidwiz.persistence.migration.DatabaseMigration;
import dev.vidwiz.persistence.migration.IndexProgress;
import dev.vidwiz.persistence.migration.MigrationListener;
import dev.vidwiz.persistence.migration.PendingMigration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code vidwiz migrate}: brings the tables and indexes up to date without a server. */
final class Migrate {

  private static final String CHECK = "--check";
  private static final String PLAN = "--plan";

  /** The exit status of a check that finds something to be done. */
  private static final int PENDING = 1;

  private static final Arguments.Form ARGUMENTS =
      new Arguments.Form(
          """
          usage: vidwiz migrate [--check | --plan]
            --check lists what is to be done, and exits with 1 if that is anything
            --plan prints the statements that would run\
          """,
          List.of(),
          Set.of(CHECK, PLAN),
          Set.of());

  private Migrate() {}

  static int run(List<String> args) {
    Arguments arguments = ARGUMENTS.parse(args);
    if (arguments.has(CHECK) && arguments.has(PLAN)) {
      throw arguments.wrong("");
    }
    Settings settings = ProgramSettings.readWithoutSecrets();
    List<PendingMigration> pending = pending(settings);
    if (pending.isEmpty()) {
      System.out.println("Nothing is to be done");
      return ExitStatus.OK;
    }
    if (arguments.has(PLAN)) {
      pending.forEach(each -> System.out.printf("-- %s%n%s%n%n", each.name(), each.sql().strip()));
      return ExitStatus.OK;
    }
    if (arguments.has(CHECK)) {
      pending.forEach(each -> System.out.println(each.name()));
      return PENDING;
    }
    migrate(settings);
    return ExitStatus.OK;
  }

  /**
   * Checks that a server has nothing to migrate, if it must not.
   *
   * @throws CannotRun when it has
   */
  static void requireCompleteTables(Settings settings) {
    if (!settings.get(DB_MIGRATE)
        && Database.reaching(
            settings, () -> new DatabaseMigration(Database.describe(settings)).isDue())) {
      throw new CannotRun(
          ExitStatus.UNAVAILABLE,
          "the tables are older than the program, and DB_MIGRATE is false: run vidwiz migrate");
    }
  }

  private static List<PendingMigration> pending(Settings settings) {
    return Database.reaching(
        settings, () -> new DatabaseMigration(Database.describe(settings)).pending());
  }

  private static void migrate(Settings settings) {
    if (settings.get(DB_URL) instanceof DatabaseUrl.Sqlite(Path file)) {
      DataFolder.prepareFor(file);
    }
    try (ProgressLine progress = new ProgressLine()) {
      Database.reaching(
          settings,
          () -> {
            new DatabaseMigration(Database.describe(settings)).run(listener(progress));
            return true;
          });
    }
  }

  private static MigrationListener listener(ProgressLine progress) {
    return new MigrationListener() {
      private final IndexRate rate = new IndexRate();

      @Override
      public void runs(String migration, Duration elapsed, Optional<IndexProgress> index) {
        progress.say(
            index
                .map(now -> rate.text(migration, elapsed, now))
                .orElseGet(() -> "%s: %d s".formatted(migration, elapsed.toSeconds())));
      }

      @Override
      public void ended(String migration, Duration elapsed) {
        progress.clear();
        System.out.printf(Locale.ROOT, "%s: done in %.1f s%n", migration, elapsed.toMillis() / 1e3);
      }
    };
  }
}
