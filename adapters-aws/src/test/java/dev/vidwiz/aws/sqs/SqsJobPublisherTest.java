package dev.vidwiz.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidwiz.application.job.AiJobMessage;
import dev.vidwiz.application.job.JobPublisher;
import dev.vidwiz.aws.Aws;
import dev.vidwiz.aws.TestServer;
import dev.vidwiz.aws.failure.AwsException;
import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.video.Video;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SqsJobPublisherTest {

  private static final ElasticMq SERVER = ElasticMq.shared();
  private static final Aws AWS = TestServer.adapters(SERVER.address());

  private final JobPublisher publisher = AWS.jobs();
  private final MessageBodies bodies = new MessageBodies(ZoneOffset.ofHoursMinutes(5, 30));

  @BeforeAll
  static void createQueues() {
    SERVER.createQueue("notes");
    SERVER.createQueue("summaries.fifo");
  }

  @AfterAll
  static void stop() {
    AWS.close();
  }

  @BeforeEach
  void drain() {
    SERVER.drain("notes");
    SERVER.drain("summaries.fifo");
  }

  @Test
  void sends_a_full_batch() {
    List<AiJobMessage> messages = Jobs.notes(JobPublisher.MAX_BATCH, Jobs.video("T", null, null));

    assertThat(publisher.publish(AiJobKind.AI_NOTE, messages)).containsExactlyElementsOf(messages);
    assertThat(SERVER.drain("notes")).containsExactlyInAnyOrderElementsOf(written(messages));
  }

  @Test
  void sends_what_is_too_large_for_one_batch_in_several() {
    Video video = Jobs.video("T", Jobs.metadata(MessageBodies.MAX_BYTES / 2), null);
    List<AiJobMessage> messages = Jobs.notes(5, video);

    assertThat(publisher.publish(AiJobKind.AI_NOTE, messages)).containsExactlyElementsOf(messages);
    assertThat(SERVER.drain("notes")).containsExactlyInAnyOrderElementsOf(written(messages));
  }

  @Test
  void sends_a_note_whose_video_is_too_large_for_a_message() {
    Video video = Jobs.video("T", Jobs.metadata(MessageBodies.MAX_BYTES), null);
    List<AiJobMessage> messages = Jobs.notes(2, video);

    assertThat(publisher.publish(AiJobKind.AI_NOTE, messages)).containsExactlyElementsOf(messages);
    assertThat(SERVER.drain("notes"))
        .hasSize(2)
        .allMatch(body -> body.contains("\"metadata\":null"));
  }

  @Test
  void keeps_a_note_that_is_too_large_for_a_message_without_its_video_and_sends_the_others() {
    AiJobMessage tooLarge =
        new AiJobMessage(
            Jobs.note(1).job(), Jobs.video("T", null, null), Jobs.note(1, "\u0001".repeat(50_000)));
    AiJobMessage other = Jobs.note(2);

    assertThat(publisher.publish(AiJobKind.AI_NOTE, List.of(tooLarge, other)))
        .containsExactly(other);
  }

  @Test
  void sends_every_character_that_a_title_can_have() {
    String title =
        "\u0001\t\r\n\u001f \u007f\u0085\ud7ff\ue000\ufffd\ufffe\uffff\u2028 👋\udbff\udfff";
    List<AiJobMessage> messages = Jobs.notes(1, Jobs.video(title, null, null));

    assertThat(publisher.publish(AiJobKind.AI_NOTE, messages)).isEqualTo(messages);
    assertThat(SERVER.drain("notes")).containsExactlyElementsOf(written(messages));
  }

  @Test
  void a_fifo_queue_takes_a_job_once_when_it_is_sent_twice() {
    List<AiJobMessage> messages = List.of(Jobs.summary(1), Jobs.summary(2));

    assertThat(publisher.publish(AiJobKind.SUMMARY, messages)).containsExactlyElementsOf(messages);
    assertThat(publisher.publish(AiJobKind.SUMMARY, messages)).containsExactlyElementsOf(messages);
    assertThat(SERVER.drain("summaries.fifo"))
        .containsExactly("{\"video_id\":\"dQw4w9WgXcQ\"}", "{\"video_id\":\"dQw4w9WgXcQ\"}");
  }

  @Test
  void sends_nothing_when_there_is_nothing() {
    assertThat(publisher.publish(AiJobKind.AI_NOTE, List.of())).isEmpty();
  }

  @Test
  void knows_for_which_kinds_there_is_a_queue() {
    URI queue = SERVER.address().resolve("/000000000000/notes");
    JobPublisher one =
        new SqsJobPublisher(
            () -> {
              throw new AssertionError("unused");
            },
            Map.of(AiJobKind.AI_NOTE, queue),
            ZoneOffset.UTC);

    assertThat(one.kinds()).containsExactly(AiJobKind.AI_NOTE);
    assertThatThrownBy(() -> one.publish(AiJobKind.SUMMARY, List.of(Jobs.summary(1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_queue_that_does_not_exist_is_no_temporary_failure() {
    SERVER.deleteQueue("notes");
    try {
      assertThatThrownBy(() -> publisher.publish(AiJobKind.AI_NOTE, List.of(Jobs.note(1))))
          .isInstanceOfSatisfying(
              AwsException.class, failure -> assertThat(failure.isTemporary()).isFalse());
    } finally {
      SERVER.createQueue("notes");
    }
  }

  private List<String> written(List<AiJobMessage> messages) {
    return messages.stream().map(bodies::write).map(OutgoingMessage::body).toList();
  }
}
