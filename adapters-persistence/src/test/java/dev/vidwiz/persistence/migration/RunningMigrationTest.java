package dev.vidwiz.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RunningMigrationTest {

  private static final Optional<IndexProgress> HALF =
      Optional.of(new IndexProgress("building index", 50, 100));

  private final List<String> told = new ArrayList<>();
  private final RunningMigration running =
      new RunningMigration(
          new MigrationListener() {
            @Override
            public void runs(String migration, Duration elapsed, Optional<IndexProgress> index) {
              told.add(migration + " at " + index.map(IndexProgress::done).orElse(-1L));
            }

            @Override
            public void ended(String migration, Duration elapsed) {
              told.add(migration + " ended");
            }
          },
          Duration.ofDays(1));

  @AfterEach
  void close() {
    running.close();
  }

  @Test
  void is_told_while_it_runs() {
    running.tell();
    running.during("one", () -> HALF, running::tell);
    running.during("two", Optional::empty, running::tell);
    running.tell();

    assertThat(told).containsExactly("one at 50", "one ended", "two at -1", "two ended");
  }

  @Test
  void that_fails_has_not_ended() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                running.during(
                    "one",
                    Optional::empty,
                    () -> {
                      throw new IllegalStateException("planted");
                    }));
    running.tell();

    assertThat(told).isEmpty();
  }

  /** The question how far it is takes so long that the answer is out of date. */
  @Test
  void is_not_told_after_its_end() throws Exception {
    CompletableFuture<Void> asked = new CompletableFuture<>();
    CompletableFuture<Optional<IndexProgress>> answer = new CompletableFuture<>();
    List<CompletableFuture<Void>> ticks = new ArrayList<>();
    running.during(
        "one",
        () -> {
          asked.complete(null);
          return answer.join();
        },
        () -> {
          ticks.add(CompletableFuture.runAsync(running::tell));
          asked.join();
        });
    answer.complete(HALF);
    ticks.getFirst().get(60, TimeUnit.SECONDS);

    assertThat(told).containsExactly("one ended");
  }
}
