package dev.vidwiz.application.storage;

import static dev.vidwiz.application.storage.Samples.newVideoId;
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
import dev.vidwiz.application.task.FutureTimesContract;
import dev.vidwiz.application.task.NewVideosContract;
import dev.vidwiz.application.task.TaskBatchesContract;
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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The fake keeps the promises of the ports as the databases do. */
final class InMemoryStorageTest {

  @Nested
  final class TransactionsTest extends TransactionsContract {
    @Override
    protected Storage emptyStorage() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class SignalsTest extends SignalsContract {
    @Override
    protected Storage emptyStorage() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class UsersTest extends UsersContract {
    @Override
    protected Storage emptyStorage() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class VideosTest extends VideosContract {
    @Override
    protected Storage emptyStorage() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class VideoSearchTest extends VideoSearchContract {
    @Override
    protected Storage emptyStorage() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class VideoSearchRacesTest extends VideoSearchRaces {
    @Override
    protected Storage emptyStorage() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class CreateNoteTest extends CreateNoteContract {
    @Override
    protected Storage emptyStorage() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class NotesTest extends NotesContract {
    @Override
    protected Storage emptyStorage() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class NoteLimitsTest extends NoteLimitsContract {
    @Override
    protected Storage emptyStorage() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class NewVideosTest extends NewVideosContract {
    @Override
    protected Storage emptyStorage() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class FutureTimesTest extends FutureTimesContract {
    @Override
    protected Storage emptyStorage() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class TaskQueueTest extends TaskQueueContract {
    @Override
    protected Storage emptyStorage() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class TaskBatchesTest extends TaskBatchesContract {
    @Override
    protected Storage emptyStorage() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class TaskTurnsTest extends TaskTurnsContract {

    /** Looks at each task for each. */
    @Override
    protected int crowd() {
      return 500;
    }

    @Override
    protected Storage emptyStorage() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class MetadataResultsTest extends MetadataResultsContract {
    @Override
    protected Storage emptyStorage() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class TaskStatesTest extends TaskStatesContract {
    @Override
    protected Storage emptyStorage() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class TaskQueueRacesTest extends TaskQueueRaces {
    @Override
    protected Storage emptyStorage() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class TranscriptStoreTest extends TranscriptStoreContract {
    @Override
    protected TranscriptStore store() {
      return new InMemoryStorage().transcripts();
    }
  }

  @Test
  void refuses_calls_after_close() {
    Storage storage = new InMemoryStorage();
    storage.close();

    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(() -> storage.videos().find(newVideoId()));
  }

  @Nested
  final class ConversationsTest extends ConversationsContract {
    @Override
    protected Storage emptyStorage() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class LoginHistoryTest extends LoginHistoryContract {
    @Override
    protected Storage emptyStorage() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class QuotasTest extends QuotasContract {
    @Override
    protected Storage emptyStorage() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class OutboxTest extends OutboxContract {
    @Override
    protected Storage emptyStorage() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class MetricsTest extends StorageMetricsContract {
    @Override
    protected Storage emptyStorage() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class SpareTranscriptsTest extends DatabaseTranscriptsContract {
    @Override
    protected Storage emptyStorage() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class StoredAiJobsTest extends StoredAiJobsContract {
    @Override
    protected Storage emptyStorage() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class JobListTest extends JobListContract {
    @Override
    protected Storage emptyStorage() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class JobRacesTest extends JobRaces {
    @Override
    protected Storage emptyStorage() {
      return new InMemoryStorage();
    }
  }
}
