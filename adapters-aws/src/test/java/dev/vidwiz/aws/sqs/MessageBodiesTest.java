package dev.vidwiz.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.job.AiJobMessage;
import dev.vidwiz.domain.json.JsonText;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class MessageBodiesTest {

  private final MessageBodies bodies = new MessageBodies(ZoneOffset.ofHoursMinutes(5, 30));

  @Test
  void a_summary_names_the_video() {
    assertThat(bodies.write(Jobs.summary(1)).body()).isEqualTo("{\"video_id\":\"dQw4w9WgXcQ\"}");
  }

  @Test
  void a_note_comes_with_its_video() {
    JsonText metadata = new JsonText("{\"views\": 1.50, \"tags\":[\"ü\"]}");
    AiJobMessage message = Jobs.note(5, Jobs.video("Ein \"Titel\" 👋", metadata, "short"));

    assertThat(bodies.write(message).body())
        .isEqualTo(
            """
            {"id":5,"video_id":"dQw4w9WgXcQ","timestamp":"1:23","text":null,\
            "generated_by_ai":false,"created_at":"2026-03-02T01:34:05+0530",\
            "updated_at":"2026-03-02T05:30:00+0530","user_id":7,\
            "video":{"id":3,"video_id":"dQw4w9WgXcQ","title":"Ein \\"Titel\\" 👋",\
            "metadata":{"views": 1.50, "tags":["ü"]},"transcript_available":true,\
            "transcript_error":null,"summary":"short",\
            "created_at":"2026-03-02T01:34:05+0530","updated_at":"2026-03-02T05:30:00+0530"}}\
            """);
  }

  @Test
  void what_a_video_lacks_is_null() {
    assertThat(bodies.write(Jobs.note(5, Jobs.video(null, null, null))).body())
        .contains("\"title\":null,\"metadata\":null,")
        .contains("\"summary\":null,");
  }

  @Test
  void size_is_counted_in_bytes() {
    OutgoingMessage outgoing = bodies.write(Jobs.note(5, Jobs.video("👋", null, null)));

    assertThat(outgoing.bytes()).isEqualTo(outgoing.body().length() + 2);
  }

  @Test
  void metadata_and_summary_are_dropped_when_the_message_is_too_large() {
    AiJobMessage large =
        Jobs.note(5, Jobs.video("A title", Jobs.metadata(MessageBodies.MAX_BYTES), "short"));
    AiJobMessage plain = Jobs.note(5, Jobs.video("A title", null, null));

    assertThat(bodies.write(large).body()).isEqualTo(bodies.write(plain).body());
  }

  @Test
  void metadata_stays_while_the_message_fits() {
    int around =
        bodies.write(Jobs.note(5, Jobs.video("A title", Jobs.metadata(8), null))).bytes() - 8;
    AiJobMessage largest =
        Jobs.note(5, Jobs.video("A title", Jobs.metadata(MessageBodies.MAX_BYTES - around), null));

    assertThat(bodies.write(largest).bytes()).isEqualTo(MessageBodies.MAX_BYTES);
  }
}
