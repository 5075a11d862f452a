package dev.vidwiz.aws.sqs;

import dev.vidwiz.application.job.AiJobMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * A serialized job.
 *
 * @param bytes the size of the body in UTF-8
 */
record OutgoingMessage(AiJobMessage message, String body, int bytes) {

  /** Splits messages into batches. No single message may exceed the maximum. */
  static List<List<OutgoingMessage>> batches(
      List<OutgoingMessage> messages, int maxCount, int maxBytes) {
    List<List<OutgoingMessage>> batches = new ArrayList<>();
    int room = 0;
    for (OutgoingMessage message : messages) {
      if (batches.isEmpty() || batches.getLast().size() == maxCount || message.bytes > room) {
        batches.add(new ArrayList<>());
        room = maxBytes;
      }
      batches.getLast().add(message);
      room -= message.bytes;
    }
    return batches;
  }
}
