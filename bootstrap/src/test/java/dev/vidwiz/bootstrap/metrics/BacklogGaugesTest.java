package dev.vidwiz.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.storage.Backlog;
import dev.vidwiz.application.storage.Backlog.TaskKey;
import dev.vidwiz.application.storage.LastRuns;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.persistence.database.ConnectionUse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The gauges of a database that answers, fails or hangs. */
class BacklogGaugesTest {

  private static final String TASKS = "vidwiz_tasks{state=\"pending\",type=\"transcript\"} ";
  private static final String OLDEST = "vidwiz_tasks_oldest_waiting_seconds{type=\"transcript\"} ";

  private static final String LAST_RUN = "vidwiz_last_run_timestamp_seconds";

  private final SettableClock clock = new SettableClock();
  private final Instant due = clock.instant().minusSeconds(90);
  private final AtomicInteger counts = new AtomicInteger();
  private final Metrics metrics = new Metrics("1");
  private volatile Supplier<Backlog> database = this::threeTasks;

  @BeforeEach
  void watch() {
    metrics.watchConnections(() -> List.of(new ConnectionUse("pool", 3, 1, 4, 2)));
    metrics.watchBacklog(
        () -> {
          counts.incrementAndGet();
          return database.get();
        },
        clock,
        true);
  }

  @AfterEach
  void close() {
    metrics.close();
  }

  @Test
  void shows_numbers_and_ages() {
    assertThat(metrics.metrics())
        .contains(TASKS + "3.0\n", OLDEST + "90.0\n")
        .contains("vidwiz_tasks{state=\"failed\",type=\"metadata\"} 0.0\n")
        .contains("vidwiz_tasks_oldest_waiting_seconds{type=\"metadata\"} 0.0\n")
        .contains("vidwiz_outbox_oldest_waiting_seconds{kind=\"ai_note\"} 0.0\n")
        .contains("vidwiz_database_connections{pool=\"pool\",state=\"active\"} 3.0\n")
        .contains("vidwiz_database_waiting{pool=\"pool\"} 2.0\n")
        .contains("vidwiz_transcripts_waiting 7.0\n")
        .contains("vidwiz_last_run_timestamp_seconds{job=\"retention\"} 0.0\n");
    assertThat(Scrape.of(metrics.metrics()).value(LAST_RUN, "job", "backup"))
        .isEqualTo(due.toEpochMilli() / 1e3);
  }

  @Test
  void transcripts_wait_for_nothing_when_the_database_is_their_store() {
    try (Metrics own = new Metrics("1")) {
      own.watchBacklog(this::threeTasks, clock, false);

      assertThat(own.metrics()).contains("vidwiz_transcripts_waiting 0.0\n");
    }
  }

  @Test
  void reuses_a_count_and_updates_the_ages() {
    metrics.metrics();
    clock.advance(Duration.ofSeconds(4));

    assertThat(metrics.metrics()).contains(OLDEST + "94.0\n");
    assertThat(counts).hasValue(1);

    clock.advance(Duration.ofSeconds(4));
    metrics.metrics();
    assertThat(counts).hasValue(2);
  }

  @Test
  void only_gauges_of_a_failed_database_are_nan() {
    database =
        () -> {
          throw StorageException.unavailable("down", null);
        };

    assertThat(metrics.metrics()).contains(TASKS + "NaN\n", OLDEST + "NaN\n", "jvm_memory_used");

    database = this::threeTasks;
    clock.advance(Duration.ofMinutes(1));
    assertThat(metrics.metrics()).contains(TASKS + "3.0\n");
  }

  @Test
  void a_hanging_database_delays_no_scrape_and_gets_no_second_query() {
    metrics.metrics();
    CountDownLatch answer = new CountDownLatch(1);
    database = () -> threeTasksAfter(answer);
    clock.advance(Duration.ofMinutes(1));

    assertThat(metrics.metrics()).contains(TASKS + "3.0\n", OLDEST + "150.0\n");
    clock.advance(Duration.ofMinutes(1));
    assertThat(metrics.metrics()).contains(TASKS + "NaN\n", "jvm_memory_used");

    assertThat(counts).hasValue(2);
    answer.countDown();
  }

  private Backlog threeTasksAfter(CountDownLatch signal) {
    try {
      signal.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return threeTasks();
  }

  private Backlog threeTasks() {
    return new Backlog(
        Map.of(new TaskKey(TaskType.TRANSCRIPT, TaskState.PENDING), 3),
        Map.of(TaskType.TRANSCRIPT, due),
        Map.of(),
        Map.of(),
        7,
        Map.of(LastRuns.Job.BACKUP, due));
  }
}
