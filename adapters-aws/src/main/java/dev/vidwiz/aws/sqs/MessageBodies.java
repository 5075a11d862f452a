package dev.vidwiz.aws.sqs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.vidwiz.application.job.AiJobMessage;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.video.Video;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Serializes message bodies. Thread-safe. */
final class MessageBodies {

  /** The maximum size of a message and of a batch that every SQS server supports, in bytes. */
  static final int MAX_BYTES = 256 << 10;

  private static final JsonFactory JSON = new JsonFactory();

  private final DateTimeFormatter time;

  /** Uses {@code zone} as the time zone of times. */
  MessageBodies(ZoneId zone) {
    this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ").withZone(zone);
  }

  /**
   * Serializes a message: {@code {"video_id"}} for a summary; for a note, the schema {@code
   * LegacyNoteRead} of the HTTP API. If it would be too large, {@code metadata} and {@code summary}
   * of the video are null.
   */
  OutgoingMessage write(AiJobMessage message) {
    Video video = message.video();
    Note note = message.note();
    if (note == null) {
      return outgoing(message, out -> out.writeStringField("video_id", video.videoId().value()));
    }
    OutgoingMessage whole =
        outgoing(message, out -> note(out, note, video, video.metadata(), video.summary()));
    return whole.bytes() <= MAX_BYTES
        ? whole
        : outgoing(message, out -> note(out, note, video, null, null));
  }

  private void note(
      JsonGenerator out,
      Note note,
      Video video,
      @Nullable JsonText metadata,
      @Nullable String summary)
      throws IOException {
    out.writeNumberField("id", note.id());
    out.writeStringField("video_id", note.videoId().value());
    out.writeStringField("timestamp", note.timestamp().value());
    out.writeStringField("text", note.text());
    out.writeBooleanField("generated_by_ai", note.generatedByAi());
    out.writeStringField("created_at", time.format(note.createdAt()));
    out.writeStringField("updated_at", time.format(note.updatedAt()));
    out.writeNumberField("user_id", note.userId());
    out.writeObjectFieldStart("video");
    video(out, video, metadata, summary);
    out.writeEndObject();
  }

  private void video(
      JsonGenerator out, Video video, @Nullable JsonText metadata, @Nullable String summary)
      throws IOException {
    out.writeNumberField("id", video.id());
    out.writeStringField("video_id", video.videoId().value());
    out.writeStringField("title", video.title());
    out.writeFieldName("metadata");
    out.writeRawValue(metadata == null ? "null" : metadata.value());
    out.writeBooleanField("transcript_available", video.transcriptAvailable());
    out.writeStringField("transcript_error", video.transcriptError());
    out.writeStringField("summary", summary);
    out.writeStringField("created_at", time.format(video.createdAt()));
    out.writeStringField("updated_at", time.format(video.updatedAt()));
  }

  private interface Fields {
    void write(JsonGenerator out) throws IOException;
  }

  private static OutgoingMessage outgoing(AiJobMessage message, Fields fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartObject();
      fields.write(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String body = sendable(text.toString());
    return new OutgoingMessage(message, body, body.getBytes(StandardCharsets.UTF_8).length);
  }

  /** SQS accepts the characters of XML 1.0 only. JSON escapes all others but these two. */
  private static String sendable(String json) {
    return json.replace("\uFFFE", "\\ufffe").replace("\uFFFF", "\\uffff");
  }
}
