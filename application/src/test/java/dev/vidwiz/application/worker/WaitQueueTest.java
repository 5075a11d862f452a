package dev.vidwiz.application.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitQueueTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final WaitQueue queue = new WaitQueue();

  @Test
  void calls_those_who_came_first() throws InterruptedException {
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
  void calls_no_more_than_it_is_asked_to() throws InterruptedException {
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
  void passes_a_call_on_when_the_called_one_leaves_without_an_answer() throws InterruptedException {
    var first = queue.enqueue(LONG);
    try (var second = queue.enqueue(LONG)) {
      queue.wake(1);
      first.close();

      assertThat(second.awaitWake()).isTrue();
    }
  }

  @Test
  void passes_a_call_on_when_the_called_one_heard_it_and_leaves() throws InterruptedException {
    var first = queue.enqueue(LONG);
    try (var second = queue.enqueue(LONG)) {
      queue.wake(1);
      assertThat(first.awaitWake()).isTrue();
      first.close();

      assertThat(second.awaitWake()).isTrue();
    }
  }

  @Test
  void does_not_pass_on_a_call_that_was_answered() throws InterruptedException {
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
  void who_answered_in_vain_waits_at_the_end() throws InterruptedException {
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
  void counts_those_who_wait() {
    var waiter = queue.enqueue(LONG);
    assertThat(queue.size()).isEqualTo(1);
    waiter.close();
    assertThat(queue.size()).isZero();
  }

  @Test
  void sends_everybody_home_when_it_closes() throws InterruptedException {
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
