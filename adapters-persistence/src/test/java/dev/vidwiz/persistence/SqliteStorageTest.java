package dev.vidwiz.persistence;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.addVideo;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidwiz.application.Storage;
import dev.vidwiz.application.chat.ConversationsContract;
import dev.vidwiz.application.chat.QuotasContract;
import dev.vidwiz.application.job.JobListContract;
import dev.vidwiz.application.job.JobRaces;
import dev.vidwiz.application.job.OutboxContract;
import dev.vidwiz.application.job.StoredAiJobsContract;
import dev.vidwiz.application.note.CreateNoteContract;
import dev.vidwiz.application.note.NoteLimitsContract;
import dev.vidwiz.application.note.NotesContract;
import dev.vidwiz.application.signal.SignalsContract;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.application.storage.StorageMetricsContract;
import dev.vidwiz.application.storage.TransactionsContract;
import dev.vidwiz.application.task.NewVideosContract;
import dev.vidwiz.application.task.TaskQueueContract;
import dev.vidwiz.application.task.TaskQueueRaces;
import dev.vidwiz.application.task.TaskStatesContract;
import dev.vidwiz.application.task.TaskTurnsContract;
import dev.vidwiz.application.transcript.DatabaseTranscriptsContract;
import dev.vidwiz.application.transcript.TranscriptStore;
import dev.vidwiz.application.transcript.TranscriptStoreContract;
import dev.vidwiz.application.user.LoginHistoryContract;
import dev.vidwiz.application.user.UsersContract;
import dev.vidwiz.application.video.VideoSearchContract;
import dev.vidwiz.application.video.VideoSearchRaces;
import dev.vidwiz.application.video.VideosContract;
import dev.vidwiz.application.worker.MetadataResultsContract;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.persistence.sqlite.SqliteDedicatedConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite keeps the promises of the ports. */
final class SqliteStorageTest {

  private static Path withTables;

  @TempDir Path folder;
  private Storage sqlite;

  @BeforeAll
  static void makeTables(@TempDir Path shared) {
    withTables = shared.resolve("vidwiz.db");
    JdbiStorage.open(new DatabaseSettings.Sqlite(withTables)).close();
  }

  @BeforeEach
  void copyTables() throws IOException {
    Files.copy(withTables, folder.resolve("vidwiz.db"));
    open();
  }

  private void open() {
    sqlite = JdbiStorage.open(new DatabaseSettings.Sqlite(folder.resolve("vidwiz.db")));
  }

  @AfterEach
  void close() {
    sqlite.close();
  }

  @Nested
  final class TransactionsTest extends TransactionsContract {
    @Override
    protected Storage emptyStorage() {
      return sqlite;
    }
  }

  @Nested
  final class SignalsTest extends SignalsContract {
    @Override
    protected Storage emptyStorage() {
      return sqlite;
    }
  }

  @Nested
  final class UsersTest extends UsersContract {
    @Override
    protected Storage emptyStorage() {
      return sqlite;
    }
  }

  @Nested
  final class VideosTest extends VideosContract {
    @Override
    protected Storage emptyStorage() {
      return sqlite;
    }
  }

  @Nested
  final class VideoSearchTest extends VideoSearchContract {
    @Override
    protected Storage emptyStorage() {
      return sqlite;
    }
  }

  @Nested
  final class VideoSearchRacesTest extends VideoSearchRaces {
    @Override
    protected Storage emptyStorage() {
      return sqlite;
    }
  }

  @Nested
  final class CreateNoteTest extends CreateNoteContract {
    @Override
    protected Storage emptyStorage() {
      return sqlite;
    }
  }

  @Nested
  final class NoteLimitsTest extends NoteLimitsContract {
    @Override
    protected Storage emptyStorage() {
      return sqlite;
    }
  }

  @Nested
  final class NotesTest extends NotesContract {
    @Override
    protected Storage emptyStorage() {
      return sqlite;
    }
  }

  @Nested
  final class NewVideosTest extends NewVideosContract {
    @Override
    protected Storage emptyStorage() {
      return sqlite;
    }
  }

  @Nested
  final class TaskQueueTest extends TaskQueueContract {
    @Override
    protected Storage emptyStorage() {
      return sqlite;
    }
  }

  @Nested
  final class TaskTurnsTest extends TaskTurnsContract {
    @Override
    protected Storage emptyStorage() {
      return sqlite;
    }
  }

  @Nested
  final class MetadataResultsTest extends MetadataResultsContract {
    @Override
    protected Storage emptyStorage() {
      return sqlite;
    }
  }

  @Nested
  final class TaskStatesTest extends TaskStatesContract {
    @Override
    protected Storage emptyStorage() {
      return sqlite;
    }
  }

  @Nested
  final class TaskQueueRacesTest extends TaskQueueRaces {
    @Override
    protected Storage emptyStorage() {
      return sqlite;
    }
  }

  @Nested
  final class TranscriptStoreTest extends TranscriptStoreContract {
    @Override
    protected TranscriptStore store() {
      return sqlite.transcripts();
    }
  }

  @Test
  void refuses_calls_after_close() {
    sqlite.close();

    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(() -> sqlite.videos().find(newVideoId()));
  }

  @Test
  void removes_the_samples_of_an_earlier_analyze() {
    addVideo(sqlite);
    sqlite.close();
    Path file = folder.resolve("vidwiz.db");
    try (Handle handle = SqliteDedicatedConnection.open(file)) {
      handle.execute("ANALYZE");
    }

    open();

    try (Handle handle = SqliteDedicatedConnection.open(file)) {
      assertThat(
              handle
                  .createQuery("SELECT name FROM sqlite_schema WHERE name LIKE 'sqlite_stat%'")
                  .mapTo(String.class)
                  .list())
          .containsExactly("sqlite_stat1");
    }
  }

  @Test
  void looks_for_a_users_own_tasks_without_the_writer() throws Exception {
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Optional<Task> found =
          sqlite
              .transactions()
              .inTransaction(
                  () ->
                      CompletableFuture.supplyAsync(
                              () -> sqlite.tasks().claimOwn(TaskType.TRANSCRIPT, 1, NOW), threads)
                          .join());

      assertThat(found).isEmpty();
    }
  }

  @Nested
  final class ConversationsTest extends ConversationsContract {
    @Override
    protected Storage emptyStorage() {
      return sqlite;
    }
  }

  @Nested
  final class LoginHistoryTest extends LoginHistoryContract {
    @Override
    protected Storage emptyStorage() {
      return sqlite;
    }
  }

  @Nested
  final class QuotasTest extends QuotasContract {
    @Override
    protected Storage emptyStorage() {
      return sqlite;
    }
  }

  @Nested
  final class OutboxTest extends OutboxContract {
    @Override
    protected Storage emptyStorage() {
      return sqlite;
    }
  }

  @Nested
  final class MetricsTest extends StorageMetricsContract {
    @Override
    protected Storage emptyStorage() {
      return sqlite;
    }
  }

  @Nested
  final class SpareTranscriptsTest extends DatabaseTranscriptsContract {
    @Override
    protected Storage emptyStorage() {
      return sqlite;
    }
  }

  @Nested
  final class StoredAiJobsTest extends StoredAiJobsContract {
    @Override
    protected Storage emptyStorage() {
      return sqlite;
    }
  }

  @Nested
  final class JobListTest extends JobListContract {
    @Override
    protected Storage emptyStorage() {
      return sqlite;
    }
  }

  @Nested
  final class JobRacesTest extends JobRaces {
    @Override
    protected Storage emptyStorage() {
      return sqlite;
    }
  }
}
