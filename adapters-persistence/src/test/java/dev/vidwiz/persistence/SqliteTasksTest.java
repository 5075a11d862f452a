package dev.vidwiz.persistence;

import static dev.vidwiz.application.storage.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.Storage;
import dev.vidwiz.application.job.JobListContract;
import dev.vidwiz.application.job.JobRaces;
import dev.vidwiz.application.job.OutboxContract;
import dev.vidwiz.application.job.StoredAiJobsContract;
import dev.vidwiz.application.task.FutureTimesContract;
import dev.vidwiz.application.task.NewVideosContract;
import dev.vidwiz.application.task.TaskBatchesContract;
import dev.vidwiz.application.task.TaskQueueContract;
import dev.vidwiz.application.task.TaskQueueRaces;
import dev.vidwiz.application.task.TaskStatesContract;
import dev.vidwiz.application.task.TaskTurnsContract;
import dev.vidwiz.application.worker.MetadataResultsContract;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskType;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** SQLite keeps the promises of tasks and jobs. */
final class SqliteTasksTest extends EmptySqlite {

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
  final class TaskBatchesTest extends TaskBatchesContract {
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
  final class OutboxTest extends OutboxContract {
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

  @Nested
  final class FutureTimesTest extends FutureTimesContract {
    @Override
    protected Storage emptyStorage() {
      return sqlite;
    }
  }
}
