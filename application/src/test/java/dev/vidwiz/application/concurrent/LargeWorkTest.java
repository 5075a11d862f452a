package dev.vidwiz.application.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class LargeWorkTest {

  private static final int LARGE = LargeWork.THRESHOLD + 1;

  @Test
  void what_is_small_is_done_at_once() {
    assertThat(LargeWork.run(LargeWork.THRESHOLD, Thread::currentThread))
        .isSameAs(Thread.currentThread());
  }

  @Test
  void what_is_large_is_done_by_few_platform_threads_however_many_ask() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        callers.execute(() -> LargeWork.run(LARGE, () -> threads.add(Thread.currentThread())));
      }
    }

    assertThat(threads)
        .hasSizeBetween(1, Math.max(1, Runtime.getRuntime().availableProcessors() / 2))
        .noneMatch(Thread::isVirtual);
  }

  @Test
  void what_fails_fails_as_it_is() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> LargeWork.run(LARGE, LargeWorkTest::unreadable))
        .withMessage("unreadable");
    assertThatIllegalStateException().isThrownBy(() -> LargeWork.run(LARGE, LargeWorkTest::broken));
  }

  private static String unreadable() throws IOException {
    throw new IOException("unreadable");
  }

  private static String broken() {
    throw new IllegalStateException("broken");
  }
}
