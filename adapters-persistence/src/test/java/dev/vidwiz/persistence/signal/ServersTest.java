package dev.vidwiz.persistence.signal;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidwiz.application.Storage;
import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** Signals between servers that share a PostgreSQL database. */
final class ServersTest {

  private static final Signal TRANSCRIPT = new Signal.TaskReady(TaskType.TRANSCRIPT);
  private static final Signal METADATA = new Signal.TaskReady(TaskType.METADATA);

  private final BlockingQueue<Signal> heardHere = new LinkedBlockingQueue<>();
  private final BlockingQueue<Signal> heardThere = new LinkedBlockingQueue<>();
  private TestDatabase database;
  private Storage here;
  private Storage there;

  @BeforeEach
  void open() {
    database = TestPostgres.createDatabase();
    here = JdbiStorage.open(database.settings(true));
    there = JdbiStorage.open(database.settings(true));
    here.signals().subscribe(heardHere::add);
    there.signals().subscribe(heardThere::add);
  }

  @AfterEach
  void close() {
    here.close();
    there.close();
    database.close();
  }

  @Test
  void reach_the_other_server_and_not_the_sender() throws InterruptedException {
    Signal changed = new Signal.VideoChanged(newVideoId());

    here.signals().publish(TRANSCRIPT);
    here.signals().publish(changed);
    there.signals().publish(METADATA);

    assertThat(next(heardThere)).isIn(TRANSCRIPT, METADATA);
    assertThat(next(heardThere)).isIn(TRANSCRIPT, METADATA, changed);
    assertThat(next(heardThere)).isIn(METADATA, changed);
    assertThat(next(heardHere)).isEqualTo(TRANSCRIPT);
    assertThat(next(heardHere)).isEqualTo(changed);
    assertThat(next(heardHere)).isEqualTo(METADATA);
    there.signals().publish(new Signal.Missed());
    assertThat(next(heardHere)).isEqualTo(new Signal.Missed());
    assertThat(next(heardThere)).isEqualTo(new Signal.Missed());
  }

  @Test
  void arrive_after_the_change_is_visible() throws InterruptedException {
    VideoId videoId = newVideoId();
    BlockingQueue<Boolean> seen = new LinkedBlockingQueue<>();
    there.signals().subscribe(signal -> seen.add(there.videos().find(videoId).isPresent()));

    here.transactions()
        .inTransaction(
            () -> {
              here.signals().publish(new Signal.VideoChanged(videoId));
              here.videos().ensure(videoId, null, NOW);
            });

    assertThat(next(seen)).isTrue();
  }

  @Test
  void arrive_one_by_one_and_in_order() throws InterruptedException {
    List<Signal> sent =
        Stream.generate(() -> List.of(METADATA, TRANSCRIPT, METADATA, videoChanged()))
            .limit(250)
            .flatMap(List::stream)
            .toList();

    sent.forEach(here.signals()::publish);

    for (Signal signal : sent) {
      assertThat(next(heardThere)).isEqualTo(signal);
    }
  }

  @Test
  void are_sent_before_the_server_ends() throws InterruptedException {
    here.signals().publish(TRANSCRIPT);
    here.signals().publish(METADATA);
    here.close();

    assertThat(next(heardThere)).isEqualTo(TRANSCRIPT);
    assertThat(next(heardThere)).isEqualTo(METADATA);
  }

  @Test
  void are_never_sent_after_a_rollback() throws InterruptedException {
    assertThatThrownBy(
            () ->
                here.transactions()
                    .inTransaction(
                        () -> {
                          here.signals().publish(TRANSCRIPT);
                          throw new IllegalStateException("planted");
                        }))
        .isInstanceOf(IllegalStateException.class);

    here.signals().publish(METADATA);

    assertThat(next(heardThere)).isEqualTo(METADATA);
  }

  @Test
  void ignore_unknown_notifications() throws InterruptedException {
    database.execute(
        "NOTIFY vidwiz_signals, 'other-server something_new 42'",
        "NOTIFY vidwiz_signals, 'other-server task_ready fetch_smell'",
        "NOTIFY vidwiz_signals, ''",
        "NOTIFY vidwiz_signals, 'other-server task_ready fetch_metadata'");

    assertThat(next(heardThere)).isEqualTo(METADATA);
  }

  @Test
  void continue_after_a_lost_connection_with_a_missed_signal() throws InterruptedException {
    database.execute(
        """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND query = 'LISTEN vidwiz_signals'
        """);

    assertThat(next(heardHere)).isEqualTo(new Signal.Missed());
    assertThat(next(heardThere)).isEqualTo(new Signal.Missed());
    here.signals().publish(TRANSCRIPT);

    assertThat(next(heardThere)).isEqualTo(TRANSCRIPT);
  }

  @Test
  void are_not_sent_when_servers_only_poll() throws SQLException, InterruptedException {
    try (TestDatabase polled = TestPostgres.createDatabase();
        Storage storage = JdbiStorage.open(polled.settings(false));
        Connection stranger = polled.connect();
        Statement statement = stranger.createStatement()) {
      statement.execute("LISTEN vidwiz_signals");
      storage.signals().subscribe(heardHere::add);

      storage.signals().publish(TRANSCRIPT);

      assertThat(next(heardHere)).isEqualTo(TRANSCRIPT);
      assertThat(stranger.unwrap(PGConnection.class).getNotifications()).isEmpty();
      try (ResultSet listening =
          statement.executeQuery(
              "SELECT 1 FROM pg_stat_activity"
                  + " WHERE datname = current_database() AND query LIKE 'LISTEN%'")) {
        assertThat(listening.next()).isFalse();
      }
    }
  }

  private static Signal videoChanged() {
    return new Signal.VideoChanged(newVideoId());
  }

  /** Fails after a time in which any signal would have come. */
  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T next = queue.poll(30, TimeUnit.SECONDS);
    assertThat(next).isNotNull();
    return next;
  }
}
