package dev.vidwiz.http.request;

import dev.vidwiz.bench.micro.MicroBenchmark;
import dev.vidwiz.domain.note.NoteText;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.http.error.FieldErrors;
import dev.vidwiz.http.json.JsonBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Blackhole;

/** Parses the JSON of a new note into valid values. */
public class NoteInBenchmark extends MicroBenchmark {

  private static final Set<String> KEYS = Set.of("timestamp", "text", "video_title");

  private final byte[] bytes =
      """
      {"timestamp": "12:34", "text": "What she says here about indexes is worth another look. \
      The same goes for the part on joins – naïve as it is.", \
      "video_title": "How databases find what you ask for"}\
      """
          .getBytes(StandardCharsets.UTF_8);

  @Benchmark
  public void read(Blackhole hole) throws IOException {
    FieldErrors errors = new FieldErrors();
    JsonBody json = JsonBody.read(new ByteArrayInputStream(bytes), false, KEYS, (key, value) -> {});
    Body body = Body.of(json, errors, KEYS);
    hole.consume(body.required("timestamp").text(Timestamp::parse));
    hole.consume(body.optional("text").text(NoteText.RULE));
    hole.consume(body.optional("video_title").textUnlessBlank(Title::parse));
    body.rejectUnknownFields();
    errors.throwIfAny();
  }
}
