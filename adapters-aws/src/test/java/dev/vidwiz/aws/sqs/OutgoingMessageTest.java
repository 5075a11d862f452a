package dev.vidwiz.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OutgoingMessageTest {

  @Test
  void no_messages_make_no_batch() {
    assertThat(batches()).isEmpty();
  }

  @Test
  void a_batch_has_a_maximum_count() {
    assertThat(batches(1, 1, 1, 1, 1, 1, 1))
        .containsExactly(List.of(1, 1, 1), List.of(1, 1, 1), List.of(1));
  }

  @Test
  void a_batch_has_a_maximum_size() {
    assertThat(batches(60, 40, 1, 99, 100, 2))
        .containsExactly(List.of(60, 40), List.of(1, 99), List.of(100), List.of(2));
  }

  private static List<List<Integer>> batches(int... sizes) {
    List<OutgoingMessage> messages =
        Arrays.stream(sizes)
            .mapToObj(bytes -> new OutgoingMessage(Jobs.summary(1), "", bytes))
            .toList();
    return OutgoingMessage.batches(messages, 3, 100).stream()
        .map(batch -> batch.stream().map(OutgoingMessage::bytes).toList())
        .toList();
  }
}
