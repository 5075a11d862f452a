package dev.vidwiz.persistence.note;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.Storage;
import dev.vidwiz.application.note.NewNote;
import dev.vidwiz.application.note.NoteFastPath.Saved;
import dev.vidwiz.application.task.NewVideoQuota;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import java.sql.Connection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** On PostgreSQL the usual note takes the fast path. */
final class NoteFastPathTest {

  private final VideoId videoId = newVideoId();

  @Test
  void postgres_saves_the_first_note_of_a_video_and_those_that_follow() {
    try (TestDatabase database = TestPostgres.createDatabase();
        Storage storage = JdbiStorage.open(database.settings(false))) {
      assertThat(save(storage, "first", new Title("A title")).orElseThrow().scheduled())
          .isEqualTo(Set.of(TaskType.METADATA, TaskType.TRANSCRIPT));
      assertThat(save(storage, "second", new Title("Another")).orElseThrow().scheduled()).isEmpty();
      assertThat(save(storage, null, null)).isPresent();
    }
  }

  @Test
  void postgres_counts_no_new_video_that_is_being_added_by_another() throws Exception {
    try (TestDatabase database = TestPostgres.createDatabase();
        Storage storage = JdbiStorage.open(database.settings(false));
        Connection other = database.connect();
        ExecutorService threads = Executors.newSingleThreadExecutor()) {
      other.setAutoCommit(false);
      other
          .createStatement()
          .execute(
              "INSERT INTO videos (video_id, created_at, updated_at) VALUES ('%s', now(), now())"
                  .formatted(videoId));
      Future<Optional<Saved>> saved = threads.submit(() -> save(storage, "first", null));
      database.awaitLockWait();
      other.commit();

      assertThat(saved.get()).isEmpty();
      String subject = NewVideoQuota.subject(new Requester.User(7));
      assertThat(storage.quotas().used(subject, NewVideoQuota.day(NOW))).isZero();
    }
  }

  private Optional<Saved> save(Storage storage, @Nullable String text, @Nullable Title title) {
    NewNote note = new NewNote(7, videoId, new Timestamp("1:23"), text, NOW);
    return storage.noteFastPath().save(note, title, NOW.minusSeconds(600), 1);
  }
}
