package dev.vidwiz.persistence;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.addUser;
import static dev.vidwiz.application.storage.Samples.addVideo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vidwiz.application.Storage;
import dev.vidwiz.application.task.TaskQueue;
import dev.vidwiz.application.user.GoogleProfile;
import dev.vidwiz.application.user.ProfileChange;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.user.User;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows as others, older servers and people with a SQL prompt, write and read them. */
final class StoredRowsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A storage, and the way around it. */
  record Opened(String name, Storage storage, Connection connection) {

    void execute(String sql) throws SQLException {
      connection.createStatement().execute(sql);
    }

    String read(String sql) throws SQLException {
      try (ResultSet rows = connection.createStatement().executeQuery(sql)) {
        assertThat(rows.next()).isTrue();
        return rows.getString(1);
      }
    }

    JsonNode readJson(String sql) throws SQLException, JsonProcessingException {
      return JSON.readTree(read(sql));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static TestDatabase database;
  private static Opened sqlite;
  private static Opened postgres;

  @BeforeAll
  static void open(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("vidwiz.db");
    sqlite =
        new Opened(
            "SQLite",
            JdbiStorage.open(new DatabaseSettings.Sqlite(file)),
            DriverManager.getConnection("jdbc:sqlite:" + file));
    database = TestPostgres.createDatabase();
    postgres =
        new Opened("PostgreSQL", JdbiStorage.open(database.settings(false)), database.connect());
  }

  @AfterAll
  static void close() throws SQLException {
    for (Opened opened : new Opened[] {sqlite, postgres}) {
      opened.connection().close();
      opened.storage().close();
    }
    database.close();
  }

  static Stream<Opened> databases() {
    return Stream.of(sqlite, postgres);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void hold_a_task_in_the_words_of_the_api(Opened db) throws Exception {
    VideoId videoId = addVideo(db.storage()).videoId();
    db.storage().tasks().schedule(TaskType.METADATA, videoId, new Requester.Nobody(), NOW, NOW);
    String where = " FROM tasks WHERE video_id = '" + videoId + "'";

    assertThat(db.read("SELECT task_type || ' ' || status" + where))
        .isEqualTo("fetch_metadata pending");
    assertThat(db.readJson("SELECT task_details" + where))
        .isEqualTo(JSON.readTree("{\"video_id\": \"" + videoId + "\"}"));

    Task task = db.storage().tasks().claim(TaskType.METADATA, 42L, NOW).orElseThrow();
    assertThat(db.read("SELECT status || ' ' || retry_count" + where)).isEqualTo("in_progress 1");
    assertThat(db.readJson("SELECT worker_details" + where))
        .isEqualTo(JSON.readTree("{\"worker_user_id\": 42}"));

    db.storage().tasks().updateIfUnchanged(task, task.failedForGood("no \"luck\"", NOW));
    assertThat(db.read("SELECT status" + where)).isEqualTo("failed");
    assertThat(db.readJson("SELECT worker_details" + where))
        .isEqualTo(
            JSON.readTree(
                """
                {"worker_user_id": 42, "error_message": "no \\"luck\\"", "retry_attempt": 1,
                 "errors": [{"at": "2026-03-01T10:20:30.123456Z", "attempt": 1,
                             "error": "no \\"luck\\""}]}
                """));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void may_hold_worker_details_of_an_older_server(Opened db) throws SQLException {
    VideoId videoId = addVideo(db.storage()).videoId();
    db.storage().tasks().schedule(TaskType.TRANSCRIPT, videoId, new Requester.Nobody(), NOW, NOW);
    db.execute(
        "UPDATE tasks SET worker_details = '{\"error_message\": \"x\", \"retry_attempt\": 2}'"
            + " WHERE video_id = '"
            + videoId
            + "'");

    Task task = db.storage().tasks().claim(TaskType.TRANSCRIPT, null, NOW).orElseThrow();

    assertThat(task.errors()).isEmpty();
    assertThat(task.workerUserId()).isNull();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void may_hold_a_task_that_an_older_server_has_postponed(Opened db) throws SQLException {
    Requester user = new Requester.User(42);
    TaskQueue tasks = db.storage().tasks();
    VideoId videoId = addVideo(db.storage()).videoId();
    db.storage().videos().addRequester(videoId, user);
    tasks.schedule(TaskType.TRANSCRIPT, videoId, user, NOW, NOW);
    tasks.claim(TaskType.TRANSCRIPT, null, NOW).orElseThrow();
    String zone = db == postgres ? "+00" : "";
    db.execute(
        "UPDATE tasks SET status = 'pending', available_at = '2026-03-01 10:21:00.000000%s',"
                .formatted(zone)
            + " updated_at = '2026-03-01 10:20:31.000000%s' WHERE video_id = '%s'"
                .formatted(zone, videoId));

    Instant early = NOW.plusSeconds(10);
    assertThat(tasks.countAvailable(TaskType.TRANSCRIPT, early, 10)).isZero();
    assertThat(tasks.claim(TaskType.TRANSCRIPT, null, early)).isEmpty();
    assertThat(tasks.claimOwn(TaskType.TRANSCRIPT, 42, early)).isEmpty();
    assertThat(tasks.countAvailable(TaskType.TRANSCRIPT, NOW.plusSeconds(30), 10)).isEqualTo(1);
    assertThat(tasks.claimOwn(TaskType.TRANSCRIPT, 42, NOW.plusSeconds(30))).isPresent();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void may_hold_profile_data_in_many_forms(Opened db) throws SQLException {
    assertAiNotes(db, "NULL", false);
    assertAiNotes(db, "'null'", false);
    assertAiNotes(db, "'{}'", false);
    assertAiNotes(db, "'[]'", false);
    assertAiNotes(db, "'{\"ai_notes_enabled\": null}'", false);
    assertAiNotes(db, "'{\"ai_notes_enabled\": false}'", false);
    assertAiNotes(db, "'{\"theme\": \"dark\", \"ai_notes_enabled\": true}'", true);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void keep_the_other_keys_of_profile_data(Opened db) throws Exception {
    User user = userWithProfile(db, "'{\"theme\": \"dark\", \"ai_notes_enabled\": false}'");

    db.storage().users().updateProfile(user.id(), new ProfileChange(null, true));

    assertThat(db.readJson("SELECT profile_data FROM users WHERE id = " + user.id()))
        .isEqualTo(JSON.readTree("{\"theme\": \"dark\", \"ai_notes_enabled\": true}"));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void may_hold_a_user_without_a_name_who_gets_one_from_google(Opened db) throws SQLException {
    User user = addUser(db.storage(), false);
    db.execute("UPDATE users SET name = NULL WHERE id = " + user.id());
    assertThat(db.storage().users().find(user.id()).orElseThrow().name()).isNull();

    User linked =
        db.storage()
            .users()
            .linkGoogle(user.id(), new GoogleProfile("google-1", "Ann of Google", null))
            .orElseThrow();

    assertThat(linked.name()).isEqualTo("Ann of Google");
  }

  @ParameterizedTest
  @MethodSource("databases")
  void may_hold_metadata_that_is_null_in_json(Opened db) throws SQLException {
    VideoId videoId = addVideo(db.storage()).videoId();

    db.execute("UPDATE videos SET video_metadata = 'null' WHERE video_id = '" + videoId + "'");

    assertThat(db.storage().videos().find(videoId).orElseThrow().metadata()).isNull();
  }

  @Test
  void hold_times_that_sqlite_itself_can_read() throws SQLException {
    VideoId videoId = addVideo(sqlite.storage()).videoId();
    String where = " FROM videos WHERE video_id = '" + videoId + "'";

    assertThat(sqlite.read("SELECT created_at" + where)).isEqualTo("2026-03-01 10:20:30.123456");
    assertThat(sqlite.read("SELECT datetime(created_at, '+1 day')" + where))
        .isEqualTo("2026-03-02 10:20:30");
  }

  @Test
  void may_hold_times_that_sqlite_itself_wrote() throws SQLException {
    VideoId videoId = addVideo(sqlite.storage()).videoId();

    sqlite.execute(
        "UPDATE videos SET created_at = datetime('2026-03-01T10:20:30Z'),"
            + " updated_at = '2026-03-01 10:20:30.5' WHERE video_id = '"
            + videoId
            + "'");

    assertThat(sqlite.storage().videos().find(videoId).orElseThrow())
        .returns(Instant.parse("2026-03-01T10:20:30Z"), video -> video.createdAt())
        .returns(Instant.parse("2026-03-01T10:20:30.5Z"), video -> video.updatedAt());
  }

  private static void assertAiNotes(Opened db, String profileData, boolean enabled)
      throws SQLException {
    User user = userWithProfile(db, profileData);

    assertThat(user.aiNotesEnabled()).as(profileData).isEqualTo(enabled);
    assertThat(db.storage().users().updateProfile(user.id(), new ProfileChange(null, !enabled)))
        .hasValueSatisfying(changed -> assertThat(changed.aiNotesEnabled()).isEqualTo(!enabled));
  }

  private static User userWithProfile(Opened db, String profileData) throws SQLException {
    long id = addUser(db.storage(), false).id();
    db.execute("UPDATE users SET profile_data = " + profileData + " WHERE id = " + id);
    return db.storage().users().find(id).orElseThrow();
  }
}
