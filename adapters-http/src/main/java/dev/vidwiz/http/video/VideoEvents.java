package dev.vidwiz.http.video;

import dev.vidwiz.domain.video.Video;
import dev.vidwiz.http.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Renders the events of video streams. All watchers of a video are told of a change with the same
 * object, at nearly the same moment: the last few events are kept, so that each is rendered about
 * once, however many watch. Thread-safe.
 */
final class VideoEvents {

  /** What an event tells. */
  enum Kind {
    SNAPSHOT,
    UPDATE,
    DONE;

    private final String code = name().toLowerCase(Locale.ROOT);
  }

  private static final int KEPT = 16;

  private record Data(String event, VideoJson video) {}

  private static final class Rendered {

    private final Kind kind;
    private final Video video;
    private final byte[] event;

    Rendered(Kind kind, Video video, byte[] event) {
      this.kind = kind;
      this.video = video;
      this.event = event;
    }

    @SuppressWarnings("ReferenceEquality") // to compare values would cost as much as to render
    boolean shows(Kind otherKind, Video otherVideo) {
      return kind == otherKind && video == otherVideo;
    }
  }

  private final Json json;
  private final AtomicReferenceArray<Rendered> kept = new AtomicReferenceArray<>(KEPT);

  VideoEvents(Json json) {
    this.json = json;
  }

  /** Returns an event, which must not be changed. */
  byte[] render(Kind kind, Video video) {
    int slot = Math.floorMod(System.identityHashCode(video) ^ kind.code.hashCode(), KEPT);
    Rendered last = kept.get(slot);
    if (last != null && last.shows(kind, video)) {
      return last.event;
    }
    byte[] event = event(kind, video);
    kept.set(slot, new Rendered(kind, video, event));
    return event;
  }

  private byte[] event(Kind kind, Video video) {
    ByteArrayOutputStream event = new ByteArrayOutputStream();
    event.writeBytes(ascii("event: " + kind.code + "\ndata: "));
    event.writeBytes(json.bytes(new Data(kind.code, VideoJson.from(video))));
    event.writeBytes(ascii("\n\n"));
    return event.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
