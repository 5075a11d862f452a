package dev.vidwiz.transfer.importing;

import static dev.vidwiz.application.storage.Samples.ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.vidwiz.application.Storage;
import dev.vidwiz.application.video.VideoSearch;
import dev.vidwiz.application.video.VideoSearch.Sort;
import dev.vidwiz.domain.chat.Message;
import dev.vidwiz.domain.chat.Owner;
import dev.vidwiz.domain.chat.Role;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.user.Email;
import dev.vidwiz.domain.user.User;
import dev.vidwiz.domain.video.VideoId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Imports every kind of row from every kind of old database into SQLite and PostgreSQL. */
@ParameterizedClass
@MethodSource("ways")
final class CopiedRowsTest {

  private static final VideoId VIDEO = new VideoId("dQw4w9WgXcQ");
  private static final VideoId OTHER = new VideoId("9bZkp7q19f0");
  private static final Instant TIME = Instant.parse("2024-05-06T07:08:09Z");

  private static OldServer old;
  private static NewServer here;
  private static RecordingListener report;

  @Parameter(0)
  OldServer.Kind from;

  @Parameter(1)
  NewServer.Kind to;

  static Stream<Arguments> ways() {
    return Stream.of(OldServer.Kind.values())
        .flatMap(from -> Stream.of(NewServer.Kind.values()).map(to -> Arguments.of(from, to)));
  }

  @BeforeParameterizedClassInvocation
  static void importOnce(OldServer.Kind from, NewServer.Kind to, @TempDir Path folder) {
    old = OldServer.create(from, folder);
    old.execute(OldRows.ALL);
    here = NewServer.create(to, folder);
    report = here.importFrom(old);
  }

  @AfterParameterizedClassInvocation
  static void close() {
    here.close();
    old.close();
  }

  @Test
  void users() {
    assertThat(user(1))
        .isEqualTo(
            new User(
                1,
                new Email("ann@example.com"),
                "Ann",
                "scrypt:…",
                "g-1",
                "https://pictures/1",
                "token-1",
                true,
                TIME));
    assertThat(here.query("SELECT CAST(profile_data AS text) FROM users WHERE id = 1").getFirst())
        .contains("theme");
    assertThat(user(3))
        .returns("bob@example.com", user -> user.email().value())
        .returns(null, User::longTermToken)
        .returns(false, User::aiNotesEnabled)
        .returns(Instant.parse("2024-05-06T07:08:09.123456Z"), User::createdAt);
    assertThat(user(5)).returns("cy@example.com", User::displayName);
    assertThat(here.query("SELECT id FROM users ORDER BY id")).containsExactly("1", "3", "5");
    assertThat(report.about("users"))
        .containsExactlyInAnyOrder(
            "2 SKIPPED: its e-mail is that of an older user, but for letter case or blanks",
            "3 ALTERED: email had capital letters or blanks",
            "3 ALTERED: long_term_token was empty, too long or had characters that cannot be"
                + " stored: left out",
            "4 SKIPPED: its e-mail is not an address",
            "5 ALTERED: name was blank: none",
            "5 ALTERED: profile_data was not an object: left out",
            "5 ALTERED: created_at was missing or not a time: the closest that is known");
    assertThat(report.count("users")).isEqualTo(new TableCount("users", 3, 2, 0, 0, 2));
  }

  @Test
  void videos() {
    assertThat(storage().videos().find(VIDEO).orElseThrow())
        .returns(2L, video -> video.id())
        .returns("ÄRGER", video -> video.title())
        .returns("{\"title\": \"x\",  \"a\": 1.50}", video -> String.valueOf(video.metadata()))
        .returns(true, video -> video.transcriptAvailable())
        .returns("In short.", video -> video.summary())
        .returns(TIME, video -> video.createdAt())
        .returns(TIME.plusSeconds(1), video -> video.updatedAt());
    assertThat(storage().videos().find(OTHER).orElseThrow())
        .returns(3L, video -> video.id())
        .returns(false, video -> video.transcriptAvailable())
        .returns(null, video -> video.summary())
        .returns(TIME, video -> video.updatedAt());
    assertThat(here.query("SELECT title_folded FROM videos WHERE id = 2")).containsExactly("ärger");
    assertThat(report.about("videos"))
        .containsExactlyInAnyOrder(
            "1 SKIPPED: it is the same video as another row, which got the values that it lacked",
            "3 ALTERED: video_id was an address or had blanks: the id in it",
            "3 ALTERED: transcript_available was true under another video_id: fetched again",
            "3 ALTERED: summary was blank: none",
            "3 ALTERED: updated_at was missing or not a time: the closest that is known",
            "4 SKIPPED: its video_id names no YouTube video");
  }

  @Test
  void notes() {
    assertThat(storage().notes().findByUserAndVideo(1, VIDEO, ALL))
        .containsExactly(
            new Note(
                1, 1, VIDEO, new Timestamp("1:23"), " as it is ", true, TIME, TIME.plusSeconds(1)),
            new Note(2, 1, VIDEO, new Timestamp("1:23"), null, false, TIME, TIME));
    assertThat(storage().videos().search(new VideoSearch(1, "ärger", 1, 10, Sort.TITLE_ASC)))
        .returns(1L, page -> page.total());
    assertThat(report.about("notes"))
        .containsExactlyInAnyOrder(
            "2 ALTERED: video_id was an address or had blanks: the id in it",
            "2 ALTERED: timestamp had another form",
            "2 ALTERED: text was blank: none",
            "3 SKIPPED: its video_id names no YouTube video",
            "4 SKIPPED: its user was not imported",
            "5 SKIPPED: its timestamp is not a moment of a video");
    assertThat(report.count("notes")).isEqualTo(new TableCount("notes", 2, 1, 0, 0, 3));
  }

  @Test
  void conversations_and_messages() {
    Owner ann = new Owner.RegisteredUser(1);
    assertThat(storage().conversations().findOwn(1, ann)).isPresent();
    assertThat(storage().conversations().findOwn(2, new Owner.Guest("guest-2"))).isPresent();
    assertThat(storage().conversations().messages(1, ALL))
        .extracting(Message::role, Message::content)
        .containsExactly(tuple(Role.USER, "Why?"), tuple(Role.ASSISTANT, "Because."));
    assertThat(storage().conversations().messages(1, ALL).getLast().answer())
        .returns("m", answer -> answer.model());
    assertThat(report.about("conversations"))
        .containsExactlyInAnyOrder(
            "3 SKIPPED: it belongs to neither a user nor a guest",
            "4 SKIPPED: its video_id names no YouTube video",
            "5 SKIPPED: its video was not imported",
            "6 SKIPPED: its user was not imported");
    assertThat(report.about("messages"))
        .containsExactlyInAnyOrder(
            "3 SKIPPED: its conversation was not imported",
            "4 SKIPPED: its role is neither user nor assistant",
            "5 ALTERED: content was missing: empty",
            "5 ALTERED: metadata was not an object: left out");
  }

  @Test
  void tasks() {
    assertThat(task(2))
        .returns(TaskType.TRANSCRIPT, Task::type)
        .returns(VIDEO, Task::videoId)
        .returns(TaskState.PENDING, Task::state)
        .returns(2, Task::attempts)
        .returns(null, Task::startedAt)
        .returns(TIME, Task::availableAt)
        .returns(TIME.plusSeconds(1), Task::updatedAt);
    assertThat(task(3))
        .returns(TaskState.COMPLETED, Task::state)
        .returns(TIME.plusSeconds(1), Task::completedAt);
    assertThat(task(4))
        .returns(VIDEO, Task::videoId)
        .returns(TaskState.FAILED, Task::state)
        .returns(0, Task::attempts)
        .returns(TIME.plusSeconds(1), Task::completedAt);
    assertThat(task(5)).returns(OTHER, Task::videoId);
    assertThat(here.query("SELECT id FROM tasks ORDER BY id")).containsExactly("2", "3", "4", "5");
    assertThat(report.about("tasks"))
        .containsExactlyInAnyOrder(
            "1 SKIPPED: an older task does the same",
            "2 ALTERED: status was in progress: pending again",
            "3 ALTERED: worker_details had errors in an unknown form: left out",
            "4 ALTERED: task_details had the address of the video: its id",
            "4 ALTERED: retry_count was not a number from 0 up: 0",
            "4 ALTERED: completed_at was missing: as updated_at",
            "6 SKIPPED: its task_details name no YouTube video",
            "7 SKIPPED: its task_type is unknown",
            "8 SKIPPED: its video was not imported");
  }

  @Test
  void a_second_import_finds_all_rows() {
    RecordingListener again = here.importFrom(old);

    for (TableCount first : report.counts()) {
      assertThat(again.count(first.table()))
          .isEqualTo(new TableCount(first.table(), 0, 0, first.copied(), 0, first.skipped()));
    }
  }

  private static Storage storage() {
    return here.storage();
  }

  private static User user(long id) {
    return storage().users().find(id).orElseThrow();
  }

  private static Task task(long id) {
    return storage().tasks().find(id).orElseThrow();
  }
}
