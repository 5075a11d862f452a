package dev.vidwiz.persistence.note;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.addUser;
import static dev.vidwiz.application.storage.Samples.addVideo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.Storage;
import dev.vidwiz.application.note.NewNote;
import dev.vidwiz.application.note.NoteFastPath.Saved;
import dev.vidwiz.application.storage.ListPart;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A blank note and the transcript of its video come to PostgreSQL at the same moment: one of the
 * two sees the other, or nobody would ask the AI for the note.
 */
@Timeout(60)
final class NoteAndTranscriptRaceTest {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final TestDatabase database = TestPostgres.createDatabase();
  private final Storage storage = JdbiStorage.open(database.settings(false));
  private long userId;
  private VideoId videoId;

  @BeforeEach
  void addFormerNote() {
    userId = addUser(storage, true).id();
    videoId = addVideo(storage).videoId();
    storage.videos().addRequester(videoId, new Requester.User(userId));
    save("a former note");
  }

  @AfterEach
  void close() {
    threads.close();
    storage.close();
    database.close();
  }

  @Test
  void the_transcript_waits_for_the_note() throws Exception {
    Future<List<Note>> blank =
        meeting(() -> save(null), () -> storage.transactions().inTransaction(this::transcript));

    assertThat(blank.get()).hasSize(1);
  }

  @Test
  void the_note_waits_for_the_transcript() throws Exception {
    Future<Optional<Saved>> saved = meeting(this::transcript, () -> save(null));

    assertThat(saved.get()).isEmpty();
  }

  /** Lets {@code second} begin when {@code first} has done its work and is not yet committed. */
  private <T> Future<T> meeting(Runnable first, Callable<T> second) {
    return storage
        .transactions()
        .inTransaction(
            () -> {
              first.run();
              Future<T> meeting = threads.submit(second);
              while (!meeting.isDone() && !somebodyWaits()) {
                Thread.onSpinWait();
              }
              return meeting;
            });
  }

  private boolean somebodyWaits() {
    try (Connection watching = database.connect();
        ResultSet row =
            watching
                .createStatement()
                .executeQuery(
                    """
                    SELECT count(*) > 0 AS waits FROM pg_stat_activity
                    WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0
                    """)) {
      row.next();
      return row.getBoolean("waits");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private List<Note> transcript() {
    storage.videos().markTranscriptAvailable(videoId, NOW);
    return storage.notes().findBlankOfAiUsers(videoId, ListPart.first(0, 9));
  }

  private Optional<Saved> save(@Nullable String text) {
    NewNote note = new NewNote(userId, videoId, new Timestamp("1:23"), text, NOW);
    return storage.noteFastPath().save(note, null, NOW.minusSeconds(600), 1);
  }
}
