package dev.vidwiz.http.video;

import dev.vidwiz.domain.video.Readiness;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The ids of the events of video streams. They say what the client has seen, so that any server can
 * continue the stream, also after a restart.
 */
final class EventId {

  private EventId() {}

  /** Returns the id of an event that shows this readiness of the video. */
  static String of(Video video) {
    Readiness ready = video.readiness();
    return "%s.%d%d%d.%x"
        .formatted(
            video.videoId().value(),
            ready.metadata() ? 1 : 0,
            ready.transcript() ? 1 : 0,
            ready.summary() ? 1 : 0,
            Objects.hashCode(ready.transcriptError()));
  }

  /** Returns the id of the last event of a video, which is always the same. */
  static String ofDone(VideoId videoId) {
    return videoId.value() + ".done";
  }

  /** Tells whether the id is one of an event of the video. */
  static boolean isOf(VideoId videoId, @Nullable String id) {
    return id != null && id.startsWith(videoId.value() + ".");
  }
}
