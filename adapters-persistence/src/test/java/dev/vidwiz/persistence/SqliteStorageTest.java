package dev.vidwiz.persistence;

import static dev.vidwiz.application.storage.Samples.addVideo;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidwiz.application.Storage;
import dev.vidwiz.application.chat.ConversationsContract;
import dev.vidwiz.application.chat.QuotasContract;
import dev.vidwiz.application.note.CreateNoteContract;
import dev.vidwiz.application.note.NoteLimitsContract;
import dev.vidwiz.application.note.NotesContract;
import dev.vidwiz.application.signal.SignalsContract;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.application.storage.StorageMetricsContract;
import dev.vidwiz.application.storage.TransactionsContract;
import dev.vidwiz.application.transcript.DatabaseTranscriptsContract;
import dev.vidwiz.application.transcript.TranscriptStore;
import dev.vidwiz.application.transcript.TranscriptStoreContract;
import dev.vidwiz.application.user.LoginHistoryContract;
import dev.vidwiz.application.user.UsersContract;
import dev.vidwiz.application.video.VideoSearchContract;
import dev.vidwiz.application.video.VideoSearchRaces;
import dev.vidwiz.application.video.VideosContract;
import dev.vidwiz.persistence.sqlite.SqliteDedicatedConnection;
import java.nio.file.Path;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** SQLite keeps the promises of the ports, except those of tasks and jobs. */
final class SqliteStorageTest extends EmptySqlite {

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
}
