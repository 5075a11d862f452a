package dev.vidwiz.http.video;

import dev.vidwiz.application.video.VideoWatch;
import dev.vidwiz.application.video.VideoWatch.Next;
import dev.vidwiz.application.video.WatchVideo;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.http.jetty.LongRequest;
import dev.vidwiz.http.json.Json;
import dev.vidwiz.http.monitor.HoldReason;
import dev.vidwiz.http.monitor.OpenRequest;
import dev.vidwiz.http.request.Field;
import dev.vidwiz.http.request.Input;
import dev.vidwiz.http.stream.EventStream;
import dev.vidwiz.http.video.VideoEvents.Kind;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Streams the changes of a video until it is ready. */
public final class VideoStreamHandler {

  /**
   * The times of a stream.
   *
   * @param keepAlive the time without an event after which a keep-alive comment is sent
   * @param total the time after which the stream ends, ready or not
   */
  public record Times(Duration keepAlive, Duration total) {

    /** The times that clients rely on. */
    public static final Times DEFAULTS = new Times(Duration.ofSeconds(15), Duration.ofSeconds(60));
  }

  private final WatchVideo videos;
  private final Times times;
  private final VideoEvents events;

  /** Uses the given use case. */
  public VideoStreamHandler(WatchVideo videos, Times times, Json json) {
    this.videos = videos;
    this.times = times;
    this.events = new VideoEvents(json);
  }

  /** GET /v2/videos/{video_id}/stream. */
  public void stream(Context ctx) {
    Input input = Input.of(ctx);
    Field<VideoId> videoId = input.path("video_id", VideoId::parse);
    input.check();
    String lastId = ctx.header("Last-Event-ID");
    if (EventId.ofDone(videoId.get()).equals(lastId)) {
      // Otherwise EventSource would reconnect forever.
      ctx.status(204);
      return;
    }
    LongRequest.runAsync(ctx, () -> follow(ctx, videoId.get(), lastId));
  }

  private void follow(Context ctx, VideoId videoId, @Nullable String lastId)
      throws IOException, InterruptedException {
    try (VideoWatch watch = videos.watch(videoId).orElseThrow(VideoHandlers::notFound)) {
      OpenRequest.of(ctx).hold(HoldReason.VIDEO_STREAM);
      try (EventStream stream = EventStream.open(ctx)) {
        follow(watch, stream, EventId.isOf(videoId, lastId) ? lastId : null);
      }
    }
  }

  /** Sends the events after {@code seen}, or all if that is null. */
  private void follow(VideoWatch watch, EventStream stream, @Nullable String seen)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Kind kind = seen == null ? Kind.SNAPSHOT : Kind.UPDATE;
    while (true) {
      Duration left = times.total().minusNanos(System.nanoTime() - start);
      if (!left.isPositive()) {
        return;
      }
      boolean last = left.compareTo(times.keepAlive()) <= 0;
      switch (watch.next(last ? left : times.keepAlive())) {
        case Next.Changed(Video video) -> {
          boolean complete = video.readiness().isComplete();
          if (!EventId.of(video).equals(seen)) {
            stream.send(events.render(kind, video));
          } else if (!complete) {
            // The headers are sent with it.
            stream.keepAlive();
          }
          if (complete) {
            stream.sendLast(events.render(Kind.DONE, video));
            return;
          }
          kind = Kind.UPDATE;
          seen = null;
        }
        case Next.TimedOut() -> {
          if (!last) {
            stream.keepAlive();
          }
        }
        case Next.Ended() -> {
          return;
        }
      }
    }
  }
}
