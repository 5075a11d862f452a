package dev.vidwiz.bootstrap;

import static dev.vidwiz.bootstrap.settings.SettingTable.DB_LISTEN;
import static dev.vidwiz.bootstrap.settings.SettingTable.DB_POOL_SIZE;
import static dev.vidwiz.bootstrap.settings.SettingTable.DB_URL;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.bootstrap.settings.DatabaseUrl;
import dev.vidwiz.bootstrap.settings.Settings;
import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.OpenedStorage;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.persistence.settings.ForeignSchemaException;
import dev.vidwiz.persistence.settings.UnsuitableDatabaseException;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Opens the database that the settings describe. */
final class Database {

  private Database() {}

  /**
   * Opens the database, and creates or migrates its tables when needed.
   *
   * @throws CannotRun when it cannot be used
   */
  static OpenedStorage open(Settings settings) {
    DatabaseUrl url = settings.get(DB_URL);
    if (url instanceof DatabaseUrl.Sqlite(Path file)) {
      DataFolder.prepareFor(file);
    }
    try {
      return JdbiStorage.open(describe(settings));
    } catch (ForeignSchemaException e) {
      throw foreign(url, e);
    } catch (UnsuitableDatabaseException e) {
      throw new CannotRun(
          ExitStatus.CONFIGURATION,
          """
          cannot use the database %s: %s.
          Create one with CREATE DATABASE vidwiz ENCODING 'UTF8' TEMPLATE template0, and set DB_URL to it.\
          """
              .formatted(url.masked(), e.getMessage()));
    } catch (StorageException e) {
      throw new CannotRun(
          ExitStatus.UNAVAILABLE,
          "cannot use the database %s: %s. Check DB_URL."
              .formatted(url.masked(), Causes.innermost(e)));
    }
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

  /** Returns the settings for opening the database of {@code DB_URL}. */
  static DatabaseSettings describe(Settings settings) {
    return describe(settings.get(DB_URL), settings);
  }

  /** Returns the settings for opening a database. */
  static DatabaseSettings describe(DatabaseUrl url, Settings settings) {
    return switch (url) {
      case DatabaseUrl.Sqlite(Path file) -> new DatabaseSettings.Sqlite(file);
      case DatabaseUrl.Postgres postgres ->
          new DatabaseSettings.Postgres(
              postgres.jdbcUrl(),
              postgres.user(),
              postgres.password(),
              settings.get(DB_POOL_SIZE),
              settings.get(DB_LISTEN));
    };
  }
}
