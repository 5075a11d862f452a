package dev.vidwiz.persistence.postgres;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidwiz.application.Storage;
import dev.vidwiz.application.limit.Rate;
import dev.vidwiz.application.limit.SharedRateLimits;
import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import dev.vidwiz.persistence.database.CuttableProxy;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A PostgreSQL server that goes away and comes back. */
final class PostgresOutageTest {

  private final VideoId videoId = newVideoId();
  private TestDatabase database;
  private CuttableProxy network;
  private Storage storage;

  @BeforeEach
  void open() throws IOException {
    database = TestPostgres.createDatabase();
    network = new CuttableProxy(database.host(), database.port());
    storage = JdbiStorage.open(database.settings("127.0.0.1", network.port(), true));
  }

  @AfterEach
  void close() throws IOException {
    storage.close();
    network.close();
    database.close();
  }

  @Test
  void is_reported_as_unavailable_until_it_is_over() throws InterruptedException {
    storage.videos().ensure(videoId, null, NOW);
    CountDownLatch missed = new CountDownLatch(1);
    storage
        .signals()
        .subscribe(
            signal -> {
              if (signal.equals(new Signal.Missed())) {
                missed.countDown();
              }
            });

    network.cut();
    assertUnavailable(() -> storage.videos().find(videoId));
    assertUnavailable(() -> storage.videos().ensure(newVideoId(), null, NOW));
    assertUnavailable(() -> storage.transactions().inTransaction(this::touch));

    network.restore();
    assertThat(missed.await(60, TimeUnit.SECONDS)).isTrue();
    afterLostConnections(() -> storage.transactions().inTransaction(this::touch));
    assertThat(storage.videos().find(videoId).orElseThrow().summary()).isEqualTo("summary");
  }

  @Test
  void rolls_back_the_open_transaction() {
    assertUnavailable(
        () ->
            storage
                .transactions()
                .inTransaction(
                    () -> {
                      storage.videos().ensure(videoId, null, NOW);
                      network.cut();
                      storage.videos().storeSummary(videoId, "summary", NOW);
                    }));

    network.restore();

    afterLostConnections(() -> assertThat(storage.videos().find(videoId)).isEmpty());
  }

  @Test
  void is_reported_as_unavailable_during_a_commit() {
    assertUnavailable(
        () ->
            storage
                .transactions()
                .inTransaction(
                    () -> {
                      storage.videos().ensure(videoId, null, NOW);
                      network.cut();
                    }));
  }

  @Test
  void is_reported_as_unavailable_when_there_is_no_answer() {
    DatabaseSettings.Postgres settings = database.settings("127.0.0.1", network.port(), false);
    try (Storage impatient = JdbiStorage.open(withPatience(settings, Duration.ofMillis(200)))) {
      impatient.videos().ensure(videoId, null, NOW);

      network.freeze();
      assertUnavailable(() -> impatient.videos().find(videoId));

      network.restore();
      afterLostConnections(() -> assertThat(impatient.videos().find(videoId)).isPresent());
    }
  }

  @Test
  void does_not_count_calls_until_it_is_over() {
    SharedRateLimits limits = storage.rateLimits().orElseThrow();
    Rate rate = new Rate(10, Duration.ofMinutes(1));
    limits.take("ann", rate, NOW);

    network.cut();
    assertUnavailable(() -> limits.take("ann", rate, NOW));

    network.restore();
    afterLostConnections(() -> assertThat(limits.take("ann", rate, NOW).remaining()).isEqualTo(8));
  }

  @Test
  void is_reported_as_unavailable_at_the_start() {
    network.cut();

    assertUnavailable(
        () -> JdbiStorage.open(database.settings("127.0.0.1", network.port(), true)).close());
  }

  @Test
  void callers_do_not_wait_while_it_is_known() {
    storage.videos().ensure(videoId, null, NOW);

    network.cut();
    // Connections that were used a moment ago are not tested before they are lent.
    for (int lost = 0; lost <= TestDatabase.POOL_SIZE; lost++) {
      assertUnavailable(() -> storage.videos().find(videoId));
    }
    for (int i = 0; i < 100; i++) {
      assertThatExceptionOfType(StorageException.class)
          .isThrownBy(() -> storage.videos().find(videoId))
          .withMessage("PostgreSQL is away")
          .returns(true, StorageException::isTemporary);
    }

    network.restore();
    afterLostConnections(() -> assertThat(storage.videos().find(videoId)).isPresent());
  }

  /** Calls until it works: lost connections are replaced, and a probe finds the server. */
  private static void afterLostConnections(Runnable call) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (true) {
      try {
        call.run();
        return;
      } catch (StorageException e) {
        assertThat(e.isTemporary()).isTrue();
        assertThat(System.nanoTime()).isLessThan(end);
      }
    }
  }

  private static DatabaseSettings.Postgres withPatience(
      DatabaseSettings.Postgres settings, Duration timeout) {
    return new DatabaseSettings.Postgres(
        settings.jdbcUrl() + "?socketFactoryArg=" + timeout.toMillis(),
        settings.user(),
        settings.password(),
        settings.poolSize(),
        settings.listen());
  }

  private void touch() {
    storage.videos().ensure(videoId, null, NOW);
    storage.videos().storeSummary(videoId, "summary", NOW);
  }

  private static void assertUnavailable(Runnable call) {
    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(call::run)
        .returns(true, StorageException::isTemporary)
        .returns(true, StorageException::isOutage);
  }
}
