package dev.vidwiz.persistence.round;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.Options;
import dev.vidwiz.application.Ports;
import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.Storage;
import dev.vidwiz.application.UseCases;
import dev.vidwiz.application.observer.Observer;
import dev.vidwiz.application.round.Round;
import dev.vidwiz.application.storage.Backlog;
import dev.vidwiz.application.storage.Backlog.TaskKey;
import dev.vidwiz.application.storage.LastRuns;
import dev.vidwiz.application.storage.Race;
import dev.vidwiz.application.worker.TaskRequest;
import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers on one PostgreSQL database share their periodic work. */
@Timeout(60)
final class SharedWorkTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final TaskKey PENDING = new TaskKey(TaskType.TRANSCRIPT, TaskState.PENDING);
  private static final String AGE = "UPDATE rounds SET begun_at = begun_at - INTERVAL '%s'";

  private TestDatabase database;
  private Storage here;
  private Storage there;

  @BeforeEach
  void open() {
    database = TestPostgres.createDatabase();
    here = JdbiStorage.open(database.settings(true));
    there = JdbiStorage.open(database.settings(true));
  }

  @AfterEach
  void close() {
    here.close();
    there.close();
    database.close();
  }

  @Test
  void one_server_begins_a_round_for_all() {
    assertThat(here.rounds().begin(Round.LEASES, HOUR)).isTrue();
    assertThat(there.rounds().begin(Round.LEASES, HOUR)).isFalse();
    assertThat(here.rounds().begin(Round.LEASES, HOUR)).isFalse();
    assertThat(there.rounds().begin(Round.RETENTION, HOUR)).isTrue();
  }

  @Test
  void any_server_begins_the_next_round_after_the_pause() {
    here.rounds().begin(Round.LEASES, HOUR);

    database.execute(AGE.formatted("59 minutes"));
    assertThat(there.rounds().begin(Round.LEASES, HOUR)).isFalse();
    database.execute(AGE.formatted("1 minute"));
    assertThat(there.rounds().begin(Round.LEASES, HOUR)).isTrue();
    assertThat(here.rounds().begin(Round.LEASES, HOUR)).isFalse();
  }

  @Test
  void a_clock_that_was_ahead_delays_no_round() {
    here.rounds().begin(Round.LEASES, HOUR);
    database.execute(AGE.formatted("-1 day"));

    assertThat(there.rounds().begin(Round.LEASES, HOUR)).isTrue();
  }

  @Test
  void one_of_many_concurrent_calls_begins_a_round() throws InterruptedException {
    for (int round = 0; round < 20; round++) {
      List<Boolean> begun =
          Race.run(
              16, runner -> (runner % 2 == 0 ? here : there).rounds().begin(Round.LEASES, HOUR));
      assertThat(begun).containsOnlyOnce(true);
      database.execute(AGE.formatted("2 hours"));
    }
  }

  @Test
  void nobody_waits_for_a_server_that_hangs() throws SQLException {
    try (Connection hanging = lock(Round.LEASES)) {
      assertThat(here.rounds().begin(Round.LEASES, HOUR)).isFalse();
      hanging.rollback();

      assertThat(here.rounds().begin(Round.LEASES, HOUR)).isTrue();
    }
  }

  @Test
  void what_one_server_has_counted_another_does_not_count() {
    addTask();
    there.outbox().add(AiJobKind.SUMMARY, newVideoId(), null, NOW);
    there.lastRuns().record(LastRuns.Job.BACKUP, NOW);
    Backlog counted = here.metrics().backlog(HOUR);
    addTask();

    assertThat(there.metrics().backlog(HOUR)).isEqualTo(counted);
    assertThat(there.metrics().backlog().tasks()).containsEntry(PENDING, 2);
    database.execute(AGE.formatted("1 hour"));
    assertThat(there.metrics().backlog(HOUR).tasks()).containsEntry(PENDING, 2);
    assertThat(here.metrics().backlog(HOUR).tasks()).containsEntry(PENDING, 2);
  }

  @Test
  void while_one_server_counts_the_others_use_the_result_before() throws SQLException {
    addTask();
    here.metrics().backlog(HOUR);
    addTask();
    database.execute(AGE.formatted("1 minute"));

    try (Connection counting = lock(Round.BACKLOG)) {
      assertThat(there.metrics().backlog(Duration.ofSeconds(5)).tasks()).containsEntry(PENDING, 1);
      database.execute(AGE.formatted("1 minute"));
      assertThat(there.metrics().backlog(Duration.ofSeconds(5)).tasks()).containsEntry(PENDING, 2);
      assertThat(counting.isClosed()).isFalse();
    }
  }

  @Test
  void a_result_of_another_release_is_not_used() {
    addTask();
    for (String other : List.of("{\"tasks\": {\"CAPTIONS PENDING\": 7}}", "{}]", "7 tasks", "")) {
      database.execute(
          "INSERT INTO rounds VALUES ('backlog', now(), '%s')".formatted(other)
              + " ON CONFLICT (work) DO UPDATE SET begun_at = now(), result = excluded.result");

      assertThat(here.metrics().backlog(HOUR).tasks()).as(other).containsEntry(PENDING, 1);
    }
  }

  @Test
  void the_poll_of_one_server_wakes_a_worker_at_another() throws Exception {
    SettableClock clock = new SettableClock();
    UseCases polling = new UseCases(Ports.of(here, clock), Options.DEFAULTS, Observer.NONE);
    UseCases waiting = new UseCases(Ports.of(there, clock), Options.DEFAULTS, Observer.NONE);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<Task>> claimed =
          threads.submit(
              () ->
                  waiting.claimTask.claim(
                      new TaskRequest(TaskType.TRANSCRIPT, Duration.ofMinutes(5)), 50));
      while (waiting.claimTask.waiting(TaskType.TRANSCRIPT) == 0) {
        Thread.onSpinWait();
      }
      VideoId lost = addTask();

      polling.claimTask.signalAvailable();

      assertThat(claimed.get()).extracting(Task::videoId).containsExactly(lost);
    } finally {
      polling.endWaits();
      waiting.endWaits();
    }
  }

  private Connection lock(Round round) throws SQLException {
    Connection connection = database.connect();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_xact_lock(hashtext('" + RoundLock.of(round) + "'))");
    }
    return connection;
  }

  /** Adds a task, of which no signal tells. */
  private VideoId addTask() {
    VideoId videoId = newVideoId();
    here.tasks().schedule(TaskType.TRANSCRIPT, videoId, new Requester.Nobody(), NOW, Instant.EPOCH);
    return videoId;
  }
}
