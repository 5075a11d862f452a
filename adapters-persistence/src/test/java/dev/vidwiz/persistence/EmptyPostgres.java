package dev.vidwiz.persistence;

import dev.vidwiz.application.Storage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** An empty PostgreSQL database as a storage, for each test. */
abstract class EmptyPostgres {

  static TestDatabase database;
  static Storage postgres;

  @BeforeAll
  static void open() {
    database = TestPostgres.createDatabase();
    postgres = JdbiStorage.open(database.settings(true));
  }

  @BeforeEach
  void empty() {
    database.execute(
        """
        TRUNCATE users, videos, transcripts, notes, conversations, messages, tasks, quotas, outbox,
          rate_limits, noted_videos, note_usage, last_runs, rounds
        """);
  }

  @AfterAll
  static void close() {
    postgres.close();
    database.close();
  }
}
