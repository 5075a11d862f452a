package dev.vidwiz.application.chat;

import dev.vidwiz.domain.input.Blank;
import dev.vidwiz.domain.transcript.Moment;
import dev.vidwiz.domain.transcript.Segment;
import java.nio.charset.StandardCharsets;

/** A segment as a line of a prompt, and its size in tokens. */
public final class TranscriptLine {

  /**
   * An estimate: about right for English, and usually too many tokens for other languages, which is
   * safe.
   */
  public static final int BYTES_PER_TOKEN = 4;

  private TranscriptLine() {}

  /** Returns {@code m:ss text}, or {@code h:mm:ss text} from the first hour on. */
  public static String of(Segment segment) {
    String words = Blank.strip(segment.text()).replaceAll("\\s+", " ");
    return new Moment((long) segment.offset()).clock() + " " + words;
  }

  /** Returns the approximate number of tokens of the segment's line with its line end. */
  public static int tokens(Segment segment) {
    return tokens(of(segment));
  }

  /** Returns the approximate number of tokens of a line with its line end. */
  public static int tokens(String line) {
    return line.getBytes(StandardCharsets.UTF_8).length / BYTES_PER_TOKEN + 1;
  }
}
