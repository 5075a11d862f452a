package dev.vidwiz.application.chat;

import dev.vidwiz.domain.input.Blank;
import dev.vidwiz.domain.transcript.Moment;
import dev.vidwiz.domain.transcript.Segment;
import java.nio.charset.StandardCharsets;

/** A segment as models read it, and what it costs. */
public final class TranscriptLine {

  /**
   * Models differ; four bytes of UTF-8 a token fits English and errs on the safe side elsewhere.
   */
  public static final int BYTES_PER_TOKEN = 4;

  private TranscriptLine() {}

  /** Returns {@code m:ss text}, or {@code h:mm:ss text} from the first hour on. */
  public static String of(Segment segment) {
    String words = Blank.strip(segment.text()).replaceAll("\\s+", " ");
    return new Moment((long) segment.offset()).clock() + " " + words;
  }

  /** Returns about how many tokens the line costs, its end included. */
  public static int tokens(Segment segment) {
    return tokens(of(segment));
  }

  /** Returns about how many tokens a line costs, its end included. */
  public static int tokens(String line) {
    return line.getBytes(StandardCharsets.UTF_8).length / BYTES_PER_TOKEN + 1;
  }
}
