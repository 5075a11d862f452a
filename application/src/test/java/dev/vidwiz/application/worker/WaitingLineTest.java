package dev.vidwiz.application.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitingLineTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final WaitingLine line = new WaitingLine();

  @Test
  void calls_those_who_came_first() throws InterruptedException {
    try (var first = line.join(LONG);
        var second = line.join(Duration.ZERO);
        var third = line.join(Duration.ZERO)) {
      line.call(1);

      assertThat(third.awaitCall()).isFalse();
      assertThat(second.awaitCall()).isFalse();
      assertThat(first.awaitCall()).isTrue();
    }
  }

  @Test
  void calls_no_more_than_it_is_asked_to() throws InterruptedException {
    try (var first = line.join(LONG);
        var second = line.join(LONG);
        var third = line.join(Duration.ZERO)) {
      line.call(2);

      assertThat(first.awaitCall()).isTrue();
      assertThat(second.awaitCall()).isTrue();
      assertThat(third.awaitCall()).isFalse();
    }
  }

  @Test
  void passes_a_call_on_when_the_called_one_leaves_without_an_answer() throws InterruptedException {
    var first = line.join(LONG);
    try (var second = line.join(LONG)) {
      line.call(1);
      first.close();

      assertThat(second.awaitCall()).isTrue();
    }
  }

  @Test
  void passes_a_call_on_when_the_called_one_heard_it_and_leaves() throws InterruptedException {
    var first = line.join(LONG);
    try (var second = line.join(LONG)) {
      line.call(1);
      assertThat(first.awaitCall()).isTrue();
      first.close();

      assertThat(second.awaitCall()).isTrue();
    }
  }

  @Test
  void does_not_pass_on_a_call_that_was_answered() throws InterruptedException {
    var first = line.join(LONG);
    try (var second = line.join(Duration.ZERO)) {
      line.call(1);
      assertThat(first.awaitCall()).isTrue();
      first.answerCall();
      first.close();

      assertThat(second.awaitCall()).isFalse();
    }
  }

  @Test
  void who_answered_in_vain_waits_at_the_end() throws InterruptedException {
    try (var first = line.join(Duration.ZERO);
        var second = line.join(LONG)) {
      line.call(1);
      first.awaitCall();
      first.answerCall();
      line.call(1);

      assertThat(second.awaitCall()).isTrue();
      assertThat(first.awaitCall()).isFalse();
    }
  }

  @Test
  void counts_those_who_wait() {
    var place = line.join(LONG);
    assertThat(line.size()).isEqualTo(1);
    place.close();
    assertThat(line.size()).isZero();
  }

  @Test
  void sends_everybody_home_when_it_closes() throws InterruptedException {
    try (var waiting = line.join(LONG)) {
      line.close();
      assertThat(waiting.awaitCall()).isFalse();
      waiting.answerCall();
      assertThat(waiting.awaitCall()).isFalse();
    }
    try (var late = line.join(LONG)) {
      assertThat(late.awaitCall()).isFalse();
    }
  }
}
