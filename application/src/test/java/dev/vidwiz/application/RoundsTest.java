package dev.vidwiz.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.round.Round;
import dev.vidwiz.application.round.Rounds;
import dev.vidwiz.application.storage.InMemoryStorage;
import dev.vidwiz.application.storage.LastRuns;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server does the periodic work of all servers only in rounds that it has begun. */
@Timeout(60)
class RoundsTest {

  private final SettableClock clock = new SettableClock();

  @Test
  void periodic_work_is_asked_for_more_often_than_its_interval() {
    Map<Round, Duration> pauses = new EnumMap<>(Round.class);
    Set<Round> expected =
        EnumSet.of(Round.LEASES, Round.DUE_TASKS, Round.FUTURE_TIMES, Round.RETENTION);
    CompletableFuture<Map<Round, Duration>> all = new CompletableFuture<>();

    try (VidWiz vidwiz =
        start(
            (round, pause) -> {
              synchronized (pauses) {
                pauses.put(round, pause);
                if (pauses.keySet().containsAll(expected)) {
                  all.complete(new EnumMap<>(pauses));
                }
              }
              return true;
            })) {
      assertThat(all.join())
          .containsOnlyKeys(expected)
          .containsEntry(Round.LEASES, Duration.ofSeconds(1))
          .containsEntry(Round.RETENTION, Duration.ofMinutes(30));
      assertThat(vidwiz.storage().rounds()).isNotNull();
    }
  }

  @Test
  void nothing_is_removed_while_another_server_does_it() {
    CompletableFuture<Round> askedForLeases = new CompletableFuture<>();
    InMemoryStorage storage =
        new InMemoryStorage(
            (round, pause) -> {
              if (round == Round.LEASES) {
                askedForLeases.complete(round);
              }
              return round != Round.RETENTION;
            });

    try (VidWiz vidwiz = new VidWiz(Ports.of(storage, clock))) {
      // Long after the start, when old rows are removed the first time.
      askedForLeases.join();
      assertThat(vidwiz.storage().metrics().backlog().lastRuns())
          .doesNotContainKey(LastRuns.Job.RETENTION);
    }
  }

  private VidWiz start(Rounds rounds) {
    return new VidWiz(Ports.of(new InMemoryStorage(rounds), clock));
  }
}
