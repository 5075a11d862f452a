package dev.vidwiz.bench.micro;

import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.video.VideoId;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** Parses video ids in the forms that users paste. */
public class VideoIdBenchmark extends MicroBenchmark {

  @Param({
    "dQw4w9WgXcQ",
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=42s",
    "https://youtu.be/dQw4w9WgXcQ?si=Zx0aB3dE5fG7",
    "https://www.youtube.com/shorts/dQw4w9WgXcQ",
    "https://example.com/watch?v=dQw4w9WgXcQ",
  })
  String text = "";

  @Benchmark
  public Parsed<VideoId> parse() {
    return VideoId.parse(text);
  }
}
