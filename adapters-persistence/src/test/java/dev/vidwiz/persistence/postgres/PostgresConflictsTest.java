package dev.vidwiz.persistence.postgres;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.addVideo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.Storage;
import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.storage.Race;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Transactions that PostgreSQL lets lose against each other. */
final class PostgresConflictsTest {

  @Test
  void are_run_again_after_a_deadlock_and_send_their_signals_once() throws InterruptedException {
    try (TestDatabase database = TestPostgres.createDatabase();
        Storage storage = JdbiStorage.open(database.settings(false))) {
      List<VideoId> videos = List.of(addVideo(storage).videoId(), addVideo(storage).videoId());
      List<Signal> received = new CopyOnWriteArrayList<>();
      storage.signals().subscribe(received::add);
      CyclicBarrier bothHoldOne = new CyclicBarrier(2);
      AtomicInteger runs = new AtomicInteger();

      Race.run(
          2,
          runner ->
              storage
                  .transactions()
                  .inTransaction(
                      () -> {
                        summarize(storage, videos.get(runner));
                        if (runs.incrementAndGet() <= 2) {
                          await(bothHoldOne);
                        }
                        summarize(storage, videos.get(1 - runner));
                        return runner;
                      }));

      assertThat(runs).hasValueGreaterThan(2);
      assertThat(received).hasSize(4);
    }
  }

  private static void summarize(Storage storage, VideoId videoId) {
    storage.videos().storeSummary(videoId, "summary", NOW);
    storage.signals().publish(new Signal.VideoChanged(videoId));
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
