package dev.vidwiz.persistence;

import static dev.vidwiz.application.storage.Samples.newVideoId;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** PostgreSQL keeps the promises of the ports, except those of tasks and jobs. */
final class PostgresStorageTest extends EmptyPostgres {

  @Nested
  final class TransactionsTest extends TransactionsContract {
    @Override
    protected Storage emptyStorage() {
      return postgres;
    }
  }

  @Nested
  final class SignalsTest extends SignalsContract {

    /** One for each test: listeners stay as long as the storage. */
    private Storage ownStorage;

    @Override
    protected Storage emptyStorage() {
      ownStorage = JdbiStorage.open(database.settings(true));
      return ownStorage;
    }

    @AfterEach
    void closeOwn() {
      ownStorage.close();
    }
  }

  @Nested
  final class UsersTest extends UsersContract {
    @Override
    protected Storage emptyStorage() {
      return postgres;
    }
  }

  @Nested
  final class VideosTest extends VideosContract {
    @Override
    protected Storage emptyStorage() {
      return postgres;
    }
  }

  @Nested
  final class VideoSearchTest extends VideoSearchContract {
    @Override
    protected Storage emptyStorage() {
      return postgres;
    }
  }

  @Nested
  final class VideoSearchRacesTest extends VideoSearchRaces {
    @Override
    protected Storage emptyStorage() {
      return postgres;
    }
  }

  @Nested
  final class CreateNoteTest extends CreateNoteContract {

    /** One that hears no signals but its own. */
    private Storage ownStorage;

    @Override
    protected Storage emptyStorage() {
      ownStorage = JdbiStorage.open(database.settings(false));
      return ownStorage;
    }

    @AfterEach
    void closeOwn() {
      ownStorage.close();
    }
  }

  @Nested
  final class NoteLimitsTest extends NoteLimitsContract {
    @Override
    protected Storage emptyStorage() {
      return postgres;
    }
  }

  @Nested
  final class NotesTest extends NotesContract {
    @Override
    protected Storage emptyStorage() {
      return postgres;
    }
  }

  @Nested
  final class TranscriptStoreTest extends TranscriptStoreContract {
    @Override
    protected TranscriptStore store() {
      return postgres.transcripts();
    }
  }

  @Test
  void refuses_calls_after_close() {
    Storage storage = JdbiStorage.open(database.settings(true));
    storage.close();

    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(() -> storage.videos().find(newVideoId()));
  }

  @Nested
  final class ConversationsTest extends ConversationsContract {
    @Override
    protected Storage emptyStorage() {
      return postgres;
    }
  }

  @Nested
  final class LoginHistoryTest extends LoginHistoryContract {
    @Override
    protected Storage emptyStorage() {
      return postgres;
    }
  }

  @Nested
  final class QuotasTest extends QuotasContract {
    @Override
    protected Storage emptyStorage() {
      return postgres;
    }
  }

  @Nested
  final class MetricsTest extends StorageMetricsContract {
    @Override
    protected Storage emptyStorage() {
      return postgres;
    }
  }

  @Nested
  final class SpareTranscriptsTest extends DatabaseTranscriptsContract {
    @Override
    protected Storage emptyStorage() {
      return postgres;
    }
  }
}
