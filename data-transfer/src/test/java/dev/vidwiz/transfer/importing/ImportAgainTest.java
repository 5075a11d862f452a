package dev.vidwiz.transfer.importing;

import static dev.vidwiz.application.storage.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidwiz.application.note.NewNote;
import dev.vidwiz.application.note.NoteChange;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.application.user.NewUser;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.user.Email;
import dev.vidwiz.domain.user.User;
import dev.vidwiz.domain.video.VideoId;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Imports into a database that already has rows. */
@ParameterizedClass
@EnumSource(NewServer.Kind.class)
final class ImportAgainTest {

  /** More than two batches. */
  private static final int NOTES = 1_200;

  private static final VideoId VIDEO = new VideoId("dQw4w9WgXcQ");
  private static final VideoId OTHER = new VideoId("9bZkp7q19f0");

  @Parameter NewServer.Kind kind;
  @TempDir Path folder;
  private OldServer old;
  private NewServer here;

  @BeforeEach
  void create() {
    old = OldServer.create(OldServer.Kind.SQLITE, folder);
    old.execute(
        "INSERT INTO users (id, email, created_at) VALUES (1, 'ann@example.com', '2024-05-06"
            + " 07:08:09')",
        "INSERT INTO videos (id, video_id, created_at, updated_at) VALUES"
            + " (50, 'dQw4w9WgXcQ', '2024-05-06 07:08:09', '2024-05-06 07:08:09')",
        """
        INSERT INTO notes (id, user_id, video_id, timestamp, text, created_at, updated_at)
        SELECT i, 1, 'dQw4w9WgXcQ', '1:23', 'note ' || i, '2024-05-06 07:08:09', '2024-05-06 07:08:09'
        FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
              SELECT i FROM n)
        """
            .formatted(NOTES),
        "INSERT INTO tasks (id, task_type, status, task_details, created_at, updated_at) VALUES"
            + " (1, 'fetch_metadata', 'PENDING', '{\"video_id\": \"dQw4w9WgXcQ\"}',"
            + " '2024-05-06 07:08:09', '2024-05-06 07:08:09')");
    here = NewServer.create(kind, folder);
  }

  @AfterEach
  void close() {
    here.close();
    old.close();
  }

  @Test
  void a_batch_is_atomic_and_another_run_completes_the_import() {
    here.failOnNote(700);

    assertThatExceptionOfType(StorageException.class).isThrownBy(() -> here.importFrom(old));

    assertThat(here.count("notes")).isEqualTo(OldDatabase.BATCH);
    here.failNoMore();
    RecordingListener report = here.importFrom(old);
    assertThat(report.count("notes"))
        .isEqualTo(new TableCount("notes", NOTES - OldDatabase.BATCH, 0, OldDatabase.BATCH, 0, 0));
    assertThat(here.count("notes")).isEqualTo(NOTES);
    assertThat(report.issues()).isEmpty();
  }

  @Test
  void a_row_that_the_database_refuses_does_not_affect_others() {
    here.refuseNote(700);

    RecordingListener report = here.importFrom(old);

    assertThat(report.about("notes")).containsExactly("700 SKIPPED: the database refuses it");
    assertThat(here.count("notes")).isEqualTo(NOTES - 1);
  }

  @Test
  void new_rows_get_ids_above_the_imported_ones() {
    here.importFrom(old);

    assertThat(addUser("new@example.com").id()).isEqualTo(2);
    assertThat(here.storage().videos().ensure(OTHER, null, NOW).id()).isEqualTo(51);
    assertThat(addNote(OTHER, 1).id()).isEqualTo(NOTES + 1);
  }

  @Test
  void rows_that_a_server_inserts_meanwhile_cause_no_conflict() {
    RecordingListener report =
        new RecordingListener() {
          @Override
          public void progressed(String table, long done, long total) {
            if (table.equals("users") && here.count("videos") == 0) {
              long userId = addUser("meanwhile@example.com").id();
              here.storage().videos().ensure(OTHER, null, NOW);
              addNote(OTHER, userId);
            }
          }
        };

    here.importFrom(old, report);

    assertThat(report.issues()).isEmpty();
    assertThat(here.count("notes")).isEqualTo(NOTES + 1);
    assertThat(here.storage().videos().find(VIDEO).orElseThrow().id()).isEqualTo(50);
  }

  @Test
  void changed_rows_of_the_target_stay_and_new_rows_are_copied() {
    here.importFrom(old);
    here.storage().notes().updateAny(5, new NoteChange("mine", null), NOW);
    assertThat(here.storage().tasks().claim(TaskType.METADATA, null, NOW)).isPresent();
    old.execute(
        "UPDATE notes SET text = 'theirs' WHERE id IN (5, 6)",
        """
        INSERT INTO notes (id, user_id, video_id, timestamp, text, created_at, updated_at)
        VALUES (2000, 1, 'dQw4w9WgXcQ', '1:23', 'late', '2024-05-07 07:08:09', NULL)
        """);

    RecordingListener report = here.importFrom(old);

    assertThat(report.count("notes")).isEqualTo(new TableCount("notes", 1, 1, NOTES - 2, 2, 0));
    assertThat(report.about("notes"))
        .contains(
            "5 DIFFERENT: it already exists here with other values, which are kept",
            "6 DIFFERENT: it already exists here with other values, which are kept");
    assertThat(here.query("SELECT text FROM notes WHERE id IN (5, 6, 2000) ORDER BY id"))
        .containsExactly("mine", "note 6", "late");
    assertThat(report.about("tasks")).hasSize(1);
    assertThat(here.storage().tasks().find(1).orElseThrow().state())
        .isEqualTo(TaskState.IN_PROGRESS);
  }

  /** Otherwise notes of one user would become those of another. */
  @Test
  void a_different_row_with_the_same_id_is_not_treated_as_the_same() {
    long taken = addUser("other@example.com").id();
    here.storage().videos().ensure(VIDEO, null, NOW);

    RecordingListener report = here.importFrom(old);

    assertThat(report.about("users"))
        .containsExactly(
            taken
                + " SKIPPED: its id is that of another row here; import it into an empty database");
    assertThat(report.about("videos"))
        .containsExactly("50 SKIPPED: the video already exists here, with another id");
    assertThat(report.count("notes")).isEqualTo(new TableCount("notes", 0, 0, 0, 0, NOTES));
    assertThat(report.about("notes")).contains("1 SKIPPED: its user was not imported");
    assertThat(report.count("tasks").copied()).isEqualTo(1);
  }

  @Test
  void unique_values_stay_with_the_row_of_the_target() {
    here.storage().tasks().schedule(TaskType.METADATA, VIDEO, new Requester.Nobody(), NOW, NOW);
    addUser("bob@example.com");
    long here3 = addUser("cy@example.com").id();
    here.execute("UPDATE users SET google_id = 'g', long_term_token = 't' WHERE id = " + here3);
    old.execute(
        "DELETE FROM users",
        """
        INSERT INTO users (id, email, google_id, long_term_token, created_at) VALUES
          (11, 'bob@example.com', NULL, NULL, '2024-05-06 07:08:09'),
          (12, 'dan@example.com', 'g', 't', '2024-05-06 07:08:09')
        """);

    RecordingListener report = here.importFrom(old);

    assertThat(report.about("users"))
        .containsExactly(
            "11 SKIPPED: its e-mail is that of another user here",
            "12 ALTERED: google_id is that of another user here: left out",
            "12 ALTERED: long_term_token is that of another user here: left out");
    assertThat(here.importFrom(old).count("users"))
        .isEqualTo(new TableCount("users", 0, 0, 1, 0, 1));
    assertThat(report.about("tasks"))
        .containsExactly(
            "1 SKIPPED: its id is that of another row here; import it into an empty database");
    here.execute("UPDATE tasks SET id = 77");
    assertThat(here.importFrom(old).about("tasks"))
        .containsExactly("1 SKIPPED: another task here does the same");
  }

  @Test
  void a_dry_run_reports_the_same_and_writes_nothing() {
    old.execute("UPDATE notes SET timestamp = 'soon' WHERE id IN (7, 8)");

    RecordingListener dryRun = here.dryRunFrom(old);

    assertThat(here.count("users") + here.count("notes")).isZero();
    assertThat(addUser("new@example.com").id()).isEqualTo(1);
    here.execute("DELETE FROM users");
    RecordingListener report = here.importFrom(old);
    assertThat(dryRun.issues()).isNotEmpty().isEqualTo(report.issues());
    assertThat(dryRun.counts()).isEqualTo(report.counts());
    assertThat(here.dryRunFrom(old).count("notes").same()).isEqualTo(NOTES - 2L);
  }

  private User addUser(String email) {
    return here.storage()
        .users()
        .insertIfFree(new NewUser(new Email(email), "New", "hash", null, false, NOW))
        .orElseThrow();
  }

  private Note addNote(VideoId videoId, long userId) {
    return here.storage()
        .notes()
        .insert(new NewNote(userId, videoId, new Timestamp("1:23"), "new", NOW));
  }
}
