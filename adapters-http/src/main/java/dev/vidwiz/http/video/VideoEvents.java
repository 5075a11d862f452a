package dev.vidwiz.http.video;

import dev.vidwiz.domain.video.Video;
import dev.vidwiz.http.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Renders the events of video streams. All streams of a video receive a change as the same object
 * at nearly the same time, so a small cache of events lets each be rendered about once.
 * Thread-safe.
 */
final class VideoEvents {

  /** The type of an event. */
  enum Kind {
    SNAPSHOT,
    UPDATE,
    DONE;

    private final String code = name().toLowerCase(Locale.ROOT);
  }

  private static final int CACHE_SIZE = 16;

  /** After how many milliseconds a client reconnects. */
  private static final String RETRY = "\nretry: 2000";

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

    @SuppressWarnings("ReferenceEquality") // comparing values would cost as much as rendering
    boolean isFor(Kind otherKind, Video otherVideo) {
      return kind == otherKind && video == otherVideo;
    }
  }

  private final Json json;
  private final AtomicReferenceArray<Rendered> cache = new AtomicReferenceArray<>(CACHE_SIZE);

  VideoEvents(Json json) {
    this.json = json;
  }

  /** Returns an event; callers must not modify the array. */
  byte[] render(Kind kind, Video video) {
    int slot = Math.floorMod(System.identityHashCode(video) ^ kind.code.hashCode(), CACHE_SIZE);
    Rendered last = cache.get(slot);
    if (last != null && last.isFor(kind, video)) {
      return last.event;
    }
    byte[] event = event(kind, video);
    cache.set(slot, new Rendered(kind, video, event));
    return event;
  }

  private byte[] event(Kind kind, Video video) {
    ByteArrayOutputStream event = new ByteArrayOutputStream();
    event.writeBytes(ascii("event: " + kind.code + "\ndata: "));
    event.writeBytes(json.bytes(new Data(kind.code, VideoJson.from(video))));
    String id = kind == Kind.DONE ? EventId.ofDone(video.videoId()) : EventId.of(video);
    event.writeBytes(ascii("\nid: " + id + (kind == Kind.SNAPSHOT ? RETRY : "") + "\n\n"));
    return event.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
