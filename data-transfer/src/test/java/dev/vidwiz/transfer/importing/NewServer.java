package dev.vidwiz.transfer.importing;

import dev.vidwiz.application.Storage;
import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A target database with an open storage, as when a server runs on it. */
final class NewServer implements AutoCloseable {

  enum Kind {
    SQLITE,
    POSTGRESQL
  }

  private final DatabaseSettings settings;
  private final @Nullable TestDatabase postgres;
  private final Storage storage;

  private NewServer(DatabaseSettings settings, @Nullable TestDatabase postgres) {
    this.settings = settings;
    this.postgres = postgres;
    this.storage = JdbiStorage.open(settings);
  }

  static NewServer create(Kind kind, Path folder) {
    return switch (kind) {
      case SQLITE -> new NewServer(new DatabaseSettings.Sqlite(folder.resolve("vidwiz.db")), null);
      case POSTGRESQL -> {
        TestDatabase database = TestPostgres.createDatabase();
        yield new NewServer(database.settings(false), database);
      }
    };
  }

  Storage storage() {
    return storage;
  }

  DatabaseSettings settings() {
    return settings;
  }

  /** Runs an import, and returns its reports. */
  RecordingListener importFrom(OldServer old) {
    RecordingListener report = new RecordingListener();
    importFrom(old, report);
    return report;
  }

  void importFrom(OldServer old, RecordingListener report) {
    try (ImportOldDatabase source = ImportOldDatabase.from(old.settings())) {
      report.counts().addAll(source.copyInto(settings, report));
    }
  }

  RecordingListener dryRunFrom(OldServer old) {
    RecordingListener report = new RecordingListener();
    try (ImportOldDatabase source = ImportOldDatabase.from(old.settings())) {
      report.counts().addAll(source.dryRun(settings, report));
    }
    return report;
  }

  /** Returns the first column of a query as text. */
  List<String> query(String sql) {
    try (Connection connection = connect();
        ResultSet rows = connection.createStatement().executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void execute(String sql) {
    try (Connection connection = connect()) {
      connection.createStatement().executeUpdate(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  long count(String table) {
    return Long.parseLong(query("SELECT count(*) FROM " + table).getFirst());
  }

  /** Makes the database refuse a note because of its values. */
  void refuseNote(long id) {
    onNote(id, "SELECT RAISE(ABORT, 'no')", "RAISE check_violation");
  }

  /** Makes the database fail when a note is inserted. */
  void failOnNote(long id) {
    onNote(id, "SELECT abs(-9223372036854775807 - 1)", "RAISE insufficient_privilege");
  }

  void failNoMore() {
    execute("DROP TRIGGER fails" + (postgres == null ? "" : " ON notes"));
  }

  private void onNote(long id, String inSqlite, String inPostgres) {
    if (postgres == null) {
      execute(
          "CREATE TRIGGER fails BEFORE INSERT ON notes WHEN NEW.id = %d BEGIN %s; END"
              .formatted(id, inSqlite));
    } else {
      execute(
          """
          CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN %s; END';
          CREATE TRIGGER fails BEFORE INSERT ON notes FOR EACH ROW WHEN (NEW.id = %d)
          EXECUTE FUNCTION fail()
          """
              .formatted(inPostgres, id));
    }
  }

  @Override
  public void close() {
    storage.close();
    if (postgres != null) {
      postgres.close();
    }
  }

  private Connection connect() throws SQLException {
    return switch (settings) {
      case DatabaseSettings.Sqlite(Path file) -> DriverManager.getConnection("jdbc:sqlite:" + file);
      case DatabaseSettings.Postgres server ->
          DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
      case DatabaseSettings.Pool pool -> throw new IllegalArgumentException();
    };
  }
}
