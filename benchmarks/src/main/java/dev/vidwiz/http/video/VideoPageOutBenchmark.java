package dev.vidwiz.http.video;

import dev.vidwiz.application.video.VideoPage;
import dev.vidwiz.application.video.VideoSearch;
import dev.vidwiz.bench.micro.MicroBenchmark;
import dev.vidwiz.bench.micro.Sample;
import dev.vidwiz.http.json.Json;
import java.time.ZoneOffset;
import org.openjdk.jmh.annotations.Benchmark;

/** Writes a page of a search as JSON. */
public class VideoPageOutBenchmark extends MicroBenchmark {

  private final Json json = new Json(ZoneOffset.UTC);
  private final VideoPage page = new VideoPage(Sample.videos(10), 500);
  private final VideoSearch search =
      new VideoSearch(4_711, "databases", 1, 10, VideoSearch.Sort.CREATED_AT_DESC);

  @Benchmark
  public byte[] write() {
    return json.bytes(VideoPageJson.from(page, search));
  }
}
