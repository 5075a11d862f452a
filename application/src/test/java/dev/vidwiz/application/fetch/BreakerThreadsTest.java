package dev.vidwiz.application.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.fetch.FetchState.Kind;
import dev.vidwiz.domain.task.TaskType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A breaker that many threads ask at once. */
@Timeout(60)
class BreakerThreadsTest {

  private static final TaskType TRANSCRIPT = TaskType.TRANSCRIPT;
  private static final TaskType METADATA = TaskType.METADATA;

  private final SettableClock clock = new SettableClock();
  private final Breaker breaker = new Breaker(clock, () -> 0, Duration.ZERO, () -> {});

  @Test
  void one_of_many_threads_probes() throws Exception {
    for (int round = 0; round < 20; round++) {
      List<Permission.Granted> probes = probes(50);
      assertThat(probes).hasSize(1);
      clock.advance(breaker.refused(probes.getFirst(), Kind.BLOCKED, "429", null).time());
    }
  }

  @Test
  void threads_that_wait_for_a_probe_continue_after_its_result() throws Exception {
    Breaker patient = new Breaker(clock, () -> 0, Duration.ofMinutes(1), () -> {});
    Permission.Granted probe = (Permission.Granted) patient.ask(TRANSCRIPT, false);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Permission>> waiting = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        waiting.add(threads.submit(() -> patient.ask(TRANSCRIPT, false)));
      }

      patient.answered(probe);

      for (Future<Permission> permission : waiting) {
        assertThat(permission.get()).isInstanceOf(Permission.Granted.class);
      }
    }
  }

  private List<Permission.Granted> probes(int threadCount)
      throws InterruptedException, ExecutionException {
    List<Permission.Granted> probes = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Permission>> asked = new ArrayList<>();
      for (int i = 0; i < threadCount; i++) {
        TaskType type = i % 2 == 0 ? TRANSCRIPT : METADATA;
        asked.add(threads.submit(() -> breaker.ask(type, false)));
      }
      for (Future<Permission> permission : asked) {
        if (permission.get() instanceof Permission.Granted granted) {
          probes.add(granted);
        }
      }
    }
    return probes;
  }
}
