package dev.vidwiz.aws.sqs;

import dev.vidwiz.application.job.AiJob;
import dev.vidwiz.application.job.AiJobMessage;
import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Jobs to send. */
final class Jobs {

  static final VideoId VIDEO_ID = new VideoId("dQw4w9WgXcQ");
  private static final Instant CREATED = Instant.parse("2026-03-01T20:04:05.678901Z");
  private static final Instant UPDATED = Instant.parse("2026-03-02T00:00:00Z");

  private Jobs() {}

  static AiJobMessage summary(long id) {
    return new AiJobMessage(
        new AiJob(id, AiJobKind.SUMMARY, VIDEO_ID, null, 1, CREATED),
        video("A title", null, null),
        null);
  }

  static AiJobMessage note(long id, Video video) {
    return new AiJobMessage(
        new AiJob(id, AiJobKind.AI_NOTE, VIDEO_ID, id, 1, CREATED), video, note(id, (String) null));
  }

  static AiJobMessage note(long id) {
    return note(id, video("A title", new JsonText("{\"a\":1}"), null));
  }

  static List<AiJobMessage> notes(int count, Video video) {
    return LongStream.rangeClosed(1, count).mapToObj(id -> note(id, video)).toList();
  }

  static Note note(long id, @Nullable String text) {
    return new Note(id, 7, VIDEO_ID, new Timestamp("1:23"), text, false, CREATED, UPDATED);
  }

  static Video video(
      @Nullable String title, @Nullable JsonText metadata, @Nullable String summary) {
    return new Video(3, VIDEO_ID, title, metadata, true, null, summary, null, CREATED, UPDATED);
  }

  /** Returns metadata of this many bytes. */
  static JsonText metadata(int bytes) {
    return new JsonText("{\"a\":\"" + "x".repeat(bytes - 8) + "\"}");
  }
}
