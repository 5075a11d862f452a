package dev.vidwiz.transfer.importing;

import static dev.vidwiz.application.storage.Samples.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.user.User;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Values in SQLite that PostgreSQL cannot store. */
@ParameterizedClass
@EnumSource(NewServer.Kind.class)
final class OddSqliteTest {

  private static final VideoId VIDEO = new VideoId("dQw4w9WgXcQ");

  @Parameter NewServer.Kind kind;
  @TempDir Path folder;
  private OldServer old;
  private NewServer here;

  @BeforeEach
  void create() {
    old = OldServer.create(OldServer.Kind.SQLITE, folder);
    old.execute(
        "INSERT INTO users (id, email, created_at) VALUES (1, 'a@b.c', '2024-05-06 07:08:09')",
        "INSERT INTO videos (id, video_id, created_at, updated_at) VALUES"
            + " (1, 'dQw4w9WgXcQ', '2024-05-06 07:08:09', '2024-05-06 07:08:09')");
    here = NewServer.create(kind, folder);
  }

  @AfterEach
  void close() {
    here.close();
    old.close();
  }

  @Test
  void metadata_keep_addresses_of_the_web_only() {
    old.execute(
        """
        UPDATE videos SET video_metadata = '{"url": "javascript:x", "image": "//i.ytimg.com/x"}'
        """);

    RecordingListener report = here.importFrom(old);

    assertThat(String.valueOf(video().metadata()))
        .isEqualTo("{\"image\":\"https://i.ytimg.com/x\"}");
    assertThat(report.about("videos"))
        .containsExactly(
            "1 ALTERED: video_metadata had addresses other than of the web: left out or made"
                + " https");
    assertThat(here.importFrom(old).issues()).isEmpty();
  }

  @Test
  void characters_that_cannot_be_stored() {
    old.execute(
        """
        INSERT INTO notes (id, user_id, video_id, timestamp, text, created_at, updated_at) VALUES
          (1, 1, 'dQw4w9WgXcQ', '1:23', 'a' || char(0) || 'b', '2024-05-06 07:08:09', '2024-05-06 07:08:09'),
          (2, 1, 'dQw4w9WgXcQ', '1:23', CAST(X'61EDA0BD62' AS TEXT), '2024-05-06 07:08:09', '2024-05-06 07:08:09'),
          (3, 1, 'dQw4w9WgXcQ', '1:23', 'a\uFFFDb😀', '2024-05-06 07:08:09', '2024-05-06 07:08:09'),
          (4, 1, 'dQw4w9WgXcQ', '1:23', X'C3A4', '2024-05-06 07:08:09', '2024-05-06 07:08:09')
        """,
        "UPDATE videos SET video_metadata = '{\"title\": \"a\\u0000\\ud83d\", \"k\\u0000\": 1}'",
        "UPDATE users SET google_id = 'g' || char(0), profile_data = '{\"x\": \"\\ud83d\"}'");

    RecordingListener report = here.importFrom(old);

    assertThat(here.storage().notes().findByUserAndVideo(1, VIDEO, ALL))
        .extracting(Note::text)
        .containsExactly("ab", "a\uFFFDb", "a\uFFFDb😀", "ä");
    assertThat(report.about("notes"))
        .containsExactly(
            "1 ALTERED: text had characters that cannot be stored",
            "2 ALTERED: text had characters that cannot be stored");
    assertThat(String.valueOf(video().metadata())).isEqualTo("{\"title\":\"a\uFFFD\",\"k\":1}");
    assertThat(report.about("videos"))
        .containsExactly("1 ALTERED: video_metadata had characters that cannot be stored");
    assertThat(user().googleId()).isNull();
    assertThat(report.about("users")).hasSize(2);
    assertThat(here.importFrom(old).issues()).isEmpty();
  }

  @Test
  void values_of_another_type() {
    old.execute(
        "UPDATE users SET name = 42, created_at = 'yesterday'",
        "UPDATE videos SET transcript_available = 'true', title = 3.5, updated_at = 17",
        """
        INSERT INTO notes (id, user_id, video_id, timestamp, text, generated_by_ai, created_at)
        VALUES
          (1, '1', 'dQw4w9WgXcQ', 83, 7, 'maybe', '2024-05-06T07:08:09.1234567Z'),
          (2, 1.0, 'dQw4w9WgXcQ', 3661.5, NULL, 1, '2024-05-06 09:08:09+02:00'),
          (3, 'one', 'dQw4w9WgXcQ', '1:23', NULL, 1, '2024-05-06 09:08:09'),
          (-4, 1, 'dQw4w9WgXcQ', '1:23', NULL, 1, '2024-05-06 09:08:09'),
          (9223372036854775807, 1, 'dQw4w9WgXcQ', '1:23', NULL, 1, '2024-05-06 09:08:09'),
          (6, 1, 'dQw4w9WgXcQ', X'00', NULL, 1, '2024-05-06 09:08:09'),
          (7, 1, 17, '1:23', NULL, 1, '2024-05-06 09:08:09')
        """);

    RecordingListener report = here.importFrom(old);

    assertThat(user()).returns("42", User::name).returns(Instant.EPOCH, User::createdAt);
    assertThat(video()).returns("3.5", Video::title).returns(true, Video::transcriptAvailable);
    assertThat(here.storage().notes().find(1).orElseThrow())
        .returns("1:23", note -> note.timestamp().value())
        .returns("7", Note::text)
        .returns(false, Note::generatedByAi)
        .returns(Instant.parse("2024-05-06T07:08:09.123456Z"), Note::createdAt)
        .returns(Instant.parse("2024-05-06T07:08:09.123456Z"), Note::updatedAt);
    assertThat(here.storage().notes().find(2).orElseThrow())
        .returns("1:01:01", note -> note.timestamp().value())
        .returns(Instant.parse("2024-05-06T07:08:09Z"), Note::createdAt);
    assertThat(report.about("notes"))
        .contains(
            "1 ALTERED: generated_by_ai was neither true nor false: false",
            "3 SKIPPED: its user was not imported",
            "-4 SKIPPED: its id is not a positive number, or is too high",
            "9223372036854775807 SKIPPED: its id is not a positive number, or is too high",
            "6 SKIPPED: its timestamp is not a moment of a video",
            "7 SKIPPED: its video_id names no YouTube video");
    assertThat(here.count("notes")).isEqualTo(2);
    assertThat(here.importFrom(old).count("notes").same()).isEqualTo(2);
  }

  @Test
  void json_that_is_malformed_or_too_large() {
    old.execute(
        "UPDATE users SET profile_data = '{\"a\": 1e999999}'",
        "UPDATE videos SET video_metadata = '{\"a\": '",
        """
        INSERT INTO videos (id, video_id, video_metadata, created_at, updated_at) VALUES
          (2, '-----------', '{"a": 1} x', '2024-05-06 07:08:09', '2024-05-06 07:08:09'),
          (3, '_----------', '%s', '2024-05-06 07:08:09', '2024-05-06 07:08:09')
        """
            .formatted("{\"a\":".repeat(900) + "1" + "}".repeat(900)),
        """
        INSERT INTO tasks (id, task_type, status, task_details, worker_details, created_at) VALUES
          (1, 'fetch_metadata', 'FAILED', '{"video_id": "dQw4w9WgXcQ"}', 'NaN', '2024-05-06 07:08:09'),
          (2, 'fetch_metadata', 'FAILED', '{"video_id": ', NULL, '2024-05-06 07:08:09'),
          (3, 'fetch_metadata', 'ASLEEP', '{"video_id": "dQw4w9WgXcQ"}', NULL, '2024-05-06 07:08:09')
        """);

    RecordingListener report = here.importFrom(old);

    assertThat(report.about("users"))
        .containsExactly("1 ALTERED: profile_data was broken JSON: left out");
    assertThat(report.about("videos"))
        .containsExactly(
            "1 ALTERED: video_metadata was broken JSON: left out",
            "2 ALTERED: video_metadata was broken JSON: left out",
            "3 ALTERED: video_metadata was broken JSON: left out");
    assertThat(video().metadata()).isNull();
    assertThat(report.about("tasks"))
        .contains(
            "1 ALTERED: worker_details was broken JSON: left out",
            "2 SKIPPED: its task_details name no YouTube video",
            "3 SKIPPED: its status is unknown");
    assertThat(here.storage().tasks().find(1)).isPresent();
  }

  @Test
  void duplicates_of_unique_values_and_very_long_texts() {
    old.execute(
        "UPDATE users SET google_id = 'g', long_term_token = 't'",
        """
        INSERT INTO users (id, email, google_id, long_term_token, name, created_at) VALUES
          (2, 'b@b.c', 'g', 't', '%s', '2024-05-06 07:08:09'),
          (3, 'c@b.c', '%1$s', NULL, NULL, '2024-05-06 07:08:09')
        """
            .formatted("ü".repeat(3_000)),
        "UPDATE videos SET title = '%s', summary = '%1$s'".formatted("long ".repeat(20_000)));

    RecordingListener report = here.importFrom(old);

    assertThat(user()).returns("g", User::googleId).returns("t", User::longTermToken);
    assertThat(here.storage().users().find(2).orElseThrow())
        .returns(null, User::googleId)
        .returns(null, User::longTermToken)
        .returns("ü".repeat(3_000), User::name);
    assertThat(report.about("users"))
        .containsExactly(
            "2 ALTERED: google_id is that of an older user: left out",
            "2 ALTERED: long_term_token is that of an older user: left out",
            "3 ALTERED: google_id was empty, too long or had characters that cannot be stored: left"
                + " out");
    assertThat(video()).returns("long ".repeat(20_000), Video::title);
    assertThat(report.about("videos")).isEmpty();
  }

  private User user() {
    return here.storage().users().find(1).orElseThrow();
  }

  private Video video() {
    return here.storage().videos().find(VIDEO).orElseThrow();
  }
}
