package dev.vidwiz.persistence;

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
import org.junit.jupiter.api.Nested;

/** PostgreSQL keeps the promises of tasks and jobs. */
final class PostgresTasksTest extends EmptyPostgres {

  @Nested
  final class NewVideosTest extends NewVideosContract {
    @Override
    protected Storage emptyStorage() {
      return postgres;
    }
  }

  @Nested
  final class TaskQueueTest extends TaskQueueContract {
    @Override
    protected Storage emptyStorage() {
      return postgres;
    }
  }

  @Nested
  final class TaskBatchesTest extends TaskBatchesContract {
    @Override
    protected Storage emptyStorage() {
      return postgres;
    }
  }

  @Nested
  final class TaskTurnsTest extends TaskTurnsContract {
    @Override
    protected Storage emptyStorage() {
      return postgres;
    }
  }

  @Nested
  final class MetadataResultsTest extends MetadataResultsContract {
    @Override
    protected Storage emptyStorage() {
      return postgres;
    }
  }

  @Nested
  final class TaskStatesTest extends TaskStatesContract {
    @Override
    protected Storage emptyStorage() {
      return postgres;
    }
  }

  @Nested
  final class TaskQueueRacesTest extends TaskQueueRaces {
    @Override
    protected Storage emptyStorage() {
      return postgres;
    }
  }

  @Nested
  final class OutboxTest extends OutboxContract {
    @Override
    protected Storage emptyStorage() {
      return postgres;
    }
  }

  @Nested
  final class StoredAiJobsTest extends StoredAiJobsContract {
    @Override
    protected Storage emptyStorage() {
      return postgres;
    }
  }

  @Nested
  final class JobListTest extends JobListContract {
    @Override
    protected Storage emptyStorage() {
      return postgres;
    }
  }

  @Nested
  final class JobRacesTest extends JobRaces {
    @Override
    protected Storage emptyStorage() {
      return postgres;
    }
  }

  @Nested
  final class FutureTimesTest extends FutureTimesContract {
    @Override
    protected Storage emptyStorage() {
      return postgres;
    }
  }
}
