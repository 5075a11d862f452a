package dev.vidwiz.transfer.importing;

import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A database with the tables of a Python server, without the constraints that only some versions
 * had.
 */
public final class OldServer implements AutoCloseable {

  private static final String TABLES =
      """
      CREATE TABLE users (
        id <id>, email VARCHAR NOT NULL UNIQUE, name VARCHAR, password_hash VARCHAR,
        google_id VARCHAR, profile_image_url VARCHAR, long_term_token VARCHAR,
        profile_data JSON, created_at <time>);
      CREATE TABLE videos (
        id <id>, video_id VARCHAR NOT NULL UNIQUE, title VARCHAR, video_metadata JSON,
        transcript_available BOOLEAN, summary TEXT, created_at <time>, updated_at <time>);
      CREATE TABLE notes (
        id <id>, user_id INTEGER NOT NULL <users>, video_id VARCHAR NOT NULL REFERENCES videos (video_id),
        timestamp VARCHAR NOT NULL, text TEXT, generated_by_ai BOOLEAN,
        created_at <time>, updated_at <time>);
      CREATE TABLE conversations (
        id <id>, video_id VARCHAR NOT NULL, user_id INTEGER, guest_session_id VARCHAR,
        created_at <time>, updated_at <time>);
      CREATE TABLE messages (
        id <id>, conversation_id INTEGER NOT NULL, role VARCHAR NOT NULL, content TEXT,
        metadata JSON, created_at <time>);
      CREATE TABLE tasks (
        id <id>, task_type VARCHAR(50) NOT NULL, status <status> NOT NULL, task_details JSON,
        worker_details JSON, retry_count INTEGER, started_at <time>, completed_at <time>,
        created_at <time>, updated_at <time>);
      """;

  private static final String STATES =
      "CREATE TYPE taskstatus AS ENUM"
          + " ('PENDING', 'IN_PROGRESS', 'COMPLETED', 'FAILED', 'CANCELLED');";

  /** The kind of database, and the version of its tables. */
  public enum Kind {
    SQLITE,
    POSTGRESQL,
    FIRST_ON_POSTGRESQL
  }

  private interface Connecting {
    Connection connect() throws SQLException;
  }

  private final String url;
  private final DatabaseSettings settings;
  private final Connecting connecting;
  private final Runnable closing;

  private OldServer(
      String url, DatabaseSettings settings, Connecting connecting, Runnable closing) {
    this.url = url;
    this.settings = settings;
    this.connecting = connecting;
    this.closing = closing;
  }

  /** Creates a database with empty tables. */
  public static OldServer create(Kind kind, Path folder) {
    return switch (kind) {
      case SQLITE -> sqlite(folder.resolve("old.db"));
      case POSTGRESQL -> postgres("TIMESTAMP", "");
      case FIRST_ON_POSTGRESQL -> postgres("TIMESTAMPTZ", "REFERENCES users (id)");
    };
  }

  /** Returns the address in the form of DB_URL. */
  public String url() {
    return url;
  }

  /** Returns the settings for opening it. */
  public DatabaseSettings settings() {
    return settings;
  }

  /** Runs statements. */
  public void execute(String... statements) {
    try (Connection connection = connecting.connect();
        var statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    closing.run();
  }

  private static OldServer sqlite(Path file) {
    String jdbcUrl = "jdbc:sqlite:" + file;
    OldServer server =
        new OldServer(
            "sqlite:///" + file,
            new DatabaseSettings.Sqlite(file),
            () -> DriverManager.getConnection(jdbcUrl),
            () -> {});
    server.execute(tables("INTEGER PRIMARY KEY", "DATETIME", "VARCHAR(11)", ""));
    return server;
  }

  private static OldServer postgres(String time, String users) {
    TestDatabase database = TestPostgres.createDatabase();
    OldServer server =
        new OldServer(database.url(), database.settings(false), database::connect, database::close);
    server.execute(STATES + tables("SERIAL PRIMARY KEY", time, "taskstatus", users));
    return server;
  }

  private static String tables(String id, String time, String status, String users) {
    return TABLES
        .replace("<id>", id)
        .replace("<time>", time)
        .replace("<status>", status)
        .replace("<users>", users);
  }
}
