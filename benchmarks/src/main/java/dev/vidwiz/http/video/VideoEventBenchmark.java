package dev.vidwiz.http.video;

import dev.vidwiz.bench.micro.MicroBenchmark;
import dev.vidwiz.bench.micro.Sample;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.http.json.Json;
import java.time.ZoneOffset;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * Creates an event of the stream of a video: for the first watcher of a change, and for the others.
 */
public class VideoEventBenchmark extends MicroBenchmark {

  private final VideoEvents events = new VideoEvents(new Json(ZoneOffset.UTC));
  private final List<Video> videos = Sample.videos(1_000);
  private int next;

  @Benchmark
  public byte[] first() {
    next = next + 1 < videos.size() ? next + 1 : 0;
    return events.render(VideoEvents.Kind.UPDATE, videos.get(next));
  }

  @Benchmark
  public byte[] again() {
    return events.render(VideoEvents.Kind.UPDATE, videos.getFirst());
  }
}
