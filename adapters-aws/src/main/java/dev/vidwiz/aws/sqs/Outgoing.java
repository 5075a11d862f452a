package dev.vidwiz.aws.sqs;

import dev.vidwiz.application.job.AiJobMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * A job as it is sent.
 *
 * @param bytes the length of the body in UTF-8
 */
record Outgoing(AiJobMessage message, String body, int bytes) {

  /** Divides messages, none of which is too large by itself, into what can be sent at once. */
  static List<List<Outgoing>> batches(List<Outgoing> messages, int maxCount, int maxBytes) {
    List<List<Outgoing>> batches = new ArrayList<>();
    int room = 0;
    for (Outgoing message : messages) {
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
