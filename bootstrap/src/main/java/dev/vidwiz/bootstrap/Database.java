package dev.vidwiz.bootstrap;

import static dev.vidwiz.bootstrap.settings.SettingTable.DB_LISTEN;
import static dev.vidwiz.bootstrap.settings.SettingTable.DB_POOL_SIZE;
import static dev.vidwiz.bootstrap.settings.SettingTable.DB_SCHEMA;
import static dev.vidwiz.bootstrap.settings.SettingTable.DB_URL;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.bootstrap.settings.DatabaseUrl;
import dev.vidwiz.bootstrap.settings.Settings;
import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.OpenedStorage;
import dev.vidwiz.persistence.postgres.SqlState;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.persistence.settings.ForeignSchemaException;
import dev.vidwiz.persistence.settings.UnsuitableDatabaseException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens the database that the settings describe. */
final class Database {

  /**
   * The file cannot be opened, or is not a database.
   *
   * @see <a href="https://sqlite.org/rescode.html">Result codes</a>
   */
  private static final Set<Integer> WRONG_FILE = Set.of(14, 26);

  private Database() {}

  /**
   * Opens the database, and creates or migrates its tables when needed.
   *
   * @throws CannotRun when it cannot be used
   */
  static OpenedStorage open(Settings settings) {
    if (settings.get(DB_URL) instanceof DatabaseUrl.Sqlite(Path file)) {
      DataFolder.prepareFor(file);
    }
    return reaching(settings, () -> JdbiStorage.open(describe(settings)));
  }

  /**
   * Runs work that opens the database.
   *
   * @throws CannotRun when it cannot be used
   */
  static <T> T reaching(Settings settings, Supplier<T> work) {
    DatabaseUrl url = settings.get(DB_URL);
    try {
      return work.get();
    } catch (ForeignSchemaException e) {
      throw foreign(url, e);
    } catch (UnsuitableDatabaseException e) {
      throw new CannotRun(
          ExitStatus.CONFIGURATION,
          "cannot use the database %s: %s.\n%s"
              .formatted(url.masked(), e.getMessage(), e.remedy()));
    } catch (StorageException e) {
      throw new CannotRun(
          ExitStatus.UNAVAILABLE,
          "cannot use the database %s: %s.%s"
              .formatted(url.masked(), Causes.outerAndInnermost(e), advice(e)));
    }
  }

  private static String advice(StorageException e) {
    return canBeWrongAddress(e)
        ? " Check DB_URL."
        : SqlState.NOT_PERMITTED.isReasonOf(e)
            ? " If tables are to be migrated, run vidwiz migrate as their owner, and grant the"
                + " rest."
            : "";
  }

  /**
   * Runs work on a whole database.
   *
   * @throws CannotRun when the database fails
   */
  static <T> T using(Settings settings, Supplier<T> work) {
    try {
      return work.get();
    } catch (StorageException e) {
      throw new CannotRun(
          ExitStatus.UNAVAILABLE,
          "the database %s cannot be used: %s"
              .formatted(settings.get(DB_URL).masked(), Causes.outerAndInnermost(e)));
    }
  }

  /** Returns the exception for a DB_URL that names the database of a Python server. */
  static CannotRun foreign(DatabaseUrl url, ForeignSchemaException why) {
    return new CannotRun(
        ExitStatus.CONFIGURATION,
        """
        DB_URL is the database of an older VidWiz server: %s (%s).
        Set DB_URL to a separate database, and import the old one: vidwiz import --from %s\
        """
            .formatted(url.masked(), why.getMessage(), url.masked()));
  }

  /** Returns whether a wrong address, user or database name can be the cause. */
  private static boolean canBeWrongAddress(Throwable problem) {
    return switch (problem) {
      case ConnectException refused -> true;
      case UnknownHostException unknown -> true;
      case SQLException e when SqlState.WRONG_ADDRESS.isReasonOf(e) -> true;
      case SQLException e when WRONG_FILE.contains(e.getErrorCode()) -> true;
      default -> problem.getCause() != null && canBeWrongAddress(problem.getCause());
    };
  }

  /** Returns the settings for opening the database of {@code DB_URL}. */
  static DatabaseSettings describe(Settings settings) {
    return describe(settings.get(DB_URL), settings, settings.find(DB_SCHEMA).orElse(null));
  }

  /** Returns the settings for opening another database, in the schema to which it leads. */
  static DatabaseSettings describeOther(DatabaseUrl url, Settings settings) {
    return describe(url, settings, null);
  }

  private static DatabaseSettings describe(
      DatabaseUrl url, Settings settings, @Nullable String schema) {
    return switch (url) {
      case DatabaseUrl.Sqlite(Path file) -> new DatabaseSettings.Sqlite(file);
      case DatabaseUrl.Postgres postgres ->
          new DatabaseSettings.Postgres(
              postgres.jdbcUrl(),
              postgres.user(),
              postgres.password(),
              settings.get(DB_POOL_SIZE),
              settings.get(DB_LISTEN),
              schema);
    };
  }
}
