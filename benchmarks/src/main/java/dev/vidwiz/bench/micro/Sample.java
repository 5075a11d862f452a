package dev.vidwiz.bench.micro;

import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Typical notes and videos. */
public final class Sample {

  private static final Instant TIME = Instant.parse("2026-03-04T05:06:07Z");
  private static final String WORDS = "What she says here about indexes is worth another look. ";
  private static final String METADATA =
      """
      {"title":"How databases find what you ask for","author":"A lecturer","duration":1834,\
      "thumbnail":"https://i.ytimg.com/vi/dQw4w9WgXcQ/hqdefault.jpg","channel_id":"UC0123456789"}\
      """;

  private Sample() {}

  /** Returns some notes of one video. */
  public static List<Note> notes(int count) {
    return IntStream.range(0, count).mapToObj(Sample::note).toList();
  }

  /** Returns some videos. */
  public static List<Video> videos(int count) {
    return IntStream.range(0, count).mapToObj(Sample::video).toList();
  }

  private static Note note(int i) {
    return new Note(
        1_000_000L + i,
        4_711,
        new VideoId("dQw4w9WgXcQ"),
        new Timestamp(i + ":42"),
        WORDS.repeat(2),
        false,
        TIME.plusSeconds(i),
        TIME.plusSeconds(2L * i));
  }

  private static Video video(int i) {
    return new Video(
        100_000L + i,
        new VideoId("dQw4w9WgX%02d".formatted(i % 100)),
        "How databases find what you ask for, part " + i,
        new JsonText(METADATA),
        true,
        null,
        WORDS.repeat(10),
        null,
        TIME.plusSeconds(i),
        TIME.plusSeconds(2L * i));
  }
}
