package dev.vidwiz.application.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitQueueTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final WaitQueue queue = new WaitQueue();

  @Test
  void wakes_the_first_waiters() throws InterruptedException {
    try (var first = queue.enqueue(LONG);
        var second = queue.enqueue(Duration.ZERO);
        var third = queue.enqueue(Duration.ZERO)) {
      queue.wake(1);

      assertThat(third.awaitWake()).isFalse();
      assertThat(second.awaitWake()).isFalse();
      assertThat(first.awaitWake()).isTrue();
    }
  }

  @Test
  void wakes_only_the_requested_number() throws InterruptedException {
    try (var first = queue.enqueue(LONG);
        var second = queue.enqueue(LONG);
        var third = queue.enqueue(Duration.ZERO)) {
      queue.wake(2);

      assertThat(first.awaitWake()).isTrue();
      assertThat(second.awaitWake()).isTrue();
      assertThat(third.awaitWake()).isFalse();
    }
  }

  @Test
  void passes_on_a_wakeup_of_a_waiter_that_left_before_it() throws InterruptedException {
    var first = queue.enqueue(LONG);
    try (var second = queue.enqueue(LONG)) {
      queue.wake(1);
      first.close();

      assertThat(second.awaitWake()).isTrue();
    }
  }

  @Test
  void passes_on_a_wakeup_of_a_waiter_that_left_after_it() throws InterruptedException {
    var first = queue.enqueue(LONG);
    try (var second = queue.enqueue(LONG)) {
      queue.wake(1);
      assertThat(first.awaitWake()).isTrue();
      first.close();

      assertThat(second.awaitWake()).isTrue();
    }
  }

  @Test
  void does_not_pass_on_a_used_wakeup() throws InterruptedException {
    var first = queue.enqueue(LONG);
    try (var second = queue.enqueue(Duration.ZERO)) {
      queue.wake(1);
      assertThat(first.awaitWake()).isTrue();
      first.requeue();
      first.close();

      assertThat(second.awaitWake()).isFalse();
    }
  }

  @Test
  void a_requeued_waiter_is_last() throws InterruptedException {
    try (var first = queue.enqueue(Duration.ZERO);
        var second = queue.enqueue(LONG)) {
      queue.wake(1);
      first.awaitWake();
      first.requeue();
      queue.wake(1);

      assertThat(second.awaitWake()).isTrue();
      assertThat(first.awaitWake()).isFalse();
    }
  }

  @Test
  void counts_waiters() {
    var waiter = queue.enqueue(LONG);
    assertThat(queue.size()).isEqualTo(1);
    waiter.close();
    assertThat(queue.size()).isZero();
  }

  @Test
  void ends_all_waits_when_it_is_closed() throws InterruptedException {
    try (var waiting = queue.enqueue(LONG)) {
      queue.close();
      assertThat(waiting.awaitWake()).isFalse();
      waiting.requeue();
      assertThat(waiting.awaitWake()).isFalse();
    }
    try (var late = queue.enqueue(LONG)) {
      assertThat(late.awaitWake()).isFalse();
    }
  }
}
