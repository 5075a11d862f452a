package dev.vidwiz.http.video;

import dev.vidwiz.application.video.VideoWatch;
import dev.vidwiz.application.video.VideoWatch.Next;
import dev.vidwiz.application.video.WatchVideo;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.http.jetty.LongRequest;
import dev.vidwiz.http.json.Json;
import dev.vidwiz.http.monitor.Held;
import dev.vidwiz.http.monitor.OpenRequest;
import dev.vidwiz.http.request.Field;
import dev.vidwiz.http.request.Input;
import dev.vidwiz.http.stream.EventStream;
import dev.vidwiz.http.video.VideoEvents.Kind;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;

/** Streams how a video becomes ready. */
public final class VideoStreamHandler {

  /**
   * How long a stream lasts.
   *
   * @param silence after so long without an event, a sign of life is sent
   * @param total after so long the stream ends, ready or not
   */
  public record Times(Duration silence, Duration total) {

    /** What clients rely on. */
    public static final Times USUAL = new Times(Duration.ofSeconds(15), Duration.ofSeconds(60));
  }

  private final WatchVideo videos;
  private final Times times;
  private final VideoEvents events;

  /** Streams what the given use case sees. */
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
    LongRequest.carryOn(ctx, () -> follow(ctx, videoId.get()));
  }

  private void follow(Context ctx, VideoId videoId) throws IOException, InterruptedException {
    try (VideoWatch watch = videos.watch(videoId).orElseThrow(VideoHandlers::notFound)) {
      OpenRequest.of(ctx).hold(Held.VIDEO_STREAM);
      follow(watch, EventStream.open(ctx));
    }
  }

  private void follow(VideoWatch watch, EventStream stream)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Kind kind = Kind.SNAPSHOT;
    while (true) {
      Duration left = times.total().minusNanos(System.nanoTime() - start);
      if (!left.isPositive()) {
        return;
      }
      boolean last = left.compareTo(times.silence()) <= 0;
      switch (watch.next(last ? left : times.silence())) {
        case Next.Changed(Video video) -> {
          stream.send(events.render(kind, video));
          if (video.readiness().isComplete()) {
            stream.sendLast(events.render(Kind.DONE, video));
            return;
          }
          kind = Kind.UPDATE;
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
