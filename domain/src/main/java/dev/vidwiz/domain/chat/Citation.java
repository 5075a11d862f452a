package dev.vidwiz.domain.chat;

import dev.vidwiz.domain.transcript.Moment;
import dev.vidwiz.domain.transcript.Transcript;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A moment of the video that an answer refers to.
 *
 * @param timestamp as it stands in the answer, without the brackets
 */
public record Citation(String timestamp, long seconds) {

  private static final Pattern MOMENT =
      Pattern.compile("(?:(\\d{1,2})[:：])?(\\d{1,3})[:：]([0-5]\\d)(?:\\.\\d+|,\\d{3}(?!\\d))?");

  /** One moment, a span or a list, as models write them, with the source that some add. */
  private static final Pattern CITED =
      Pattern.compile(
          "[\\[【［]\\s*(%s(?:\\s*(?:[-‐-―−~～,，、;&/]|-+>|to|and)\\s*%s)*)\\s*(?:†[^】]*)?[]】］]"
              .formatted(MOMENT.pattern().replace("(", "(?:").replace("(?:?", "(?"), "M"));

  /**
   * Returns the moments that a text cites as {@code [mm:ss]} or {@code [hh:mm:ss]}, each once, in
   * the order of the text. What lies outside of the transcript was made up, and is left out.
   */
  public static List<Citation> in(String text, Transcript transcript) {
    return CITED
        .matcher(text)
        .results()
        .map(Citation::of)
        .filter(citation -> transcript.covers(new Moment(citation.seconds())))
        .distinct()
        .toList();
  }

  private static Citation of(MatchResult cited) {
    long hours = cited.group(2) == null ? 0 : Long.parseLong(cited.group(2));
    long minutes = Long.parseLong(cited.group(3));
    return new Citation(
        cited.group(1), hours * 3600 + minutes * 60 + Long.parseLong(cited.group(4)));
  }
}
