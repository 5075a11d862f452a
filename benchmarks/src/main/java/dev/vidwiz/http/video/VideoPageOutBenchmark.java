package dev.vidwiz.http.video;

import dev.vidwiz.bench.micro.MicroBenchmark;
import dev.vidwiz.bench.micro.Sample;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.http.json.Json;
import java.time.ZoneOffset;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;

/** Writes the videos on a page of a search as JSON. */
public class VideoPageOutBenchmark extends MicroBenchmark {

  private final Json json = new Json(ZoneOffset.UTC);
  private final List<Video> videos = Sample.videos(10);

  @Benchmark
  public byte[] write() {
    return json.bytes(videos.stream().map(VideoPageJson.Found::from).toList());
  }
}
