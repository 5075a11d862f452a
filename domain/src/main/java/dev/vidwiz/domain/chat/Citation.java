package dev.vidwiz.domain.chat;

import dev.vidwiz.domain.transcript.Moment;
import dev.vidwiz.domain.transcript.Transcript;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A moment of the video that an answer refers to.
 *
 * @param timestamp as written in the answer, without brackets and fractions of a second
 */
public record Citation(String timestamp, long seconds) {

  private static final Pattern MOMENT =
      Pattern.compile("(?:(\\d{1,2})[:：])?(\\d{1,3})[:：]([0-5]\\d)(?:\\.\\d+|,\\d{3}(?!\\d))?");

  /** One moment, a range or a list, as models write them, with the source that some models add. */
  private static final Pattern CITED =
      Pattern.compile(
          "[\\[【［]\\s*(MOMENT(?:\\s*(?:[-‐-―−~～,，、;&/]|-+>|\\bto\\b|\\band\\b)\\s*MOMENT)*)\\s*(?:†[^】]*)?[\\]】］]"
              .replace("MOMENT", MOMENT.pattern().replaceAll("\\((?!\\?)", "(?:")));

  /**
   * Returns the moments that a text cites as {@code [mm:ss]} or {@code [hh:mm:ss]}, each once, in
   * the order of the text. A range or a list in one pair of brackets cites each of its moments. A
   * moment outside the transcript is invented and is left out.
   */
  public static List<Citation> in(String text, Transcript transcript) {
    return CITED
        .matcher(text)
        .results()
        .flatMap(cited -> MOMENT.matcher(cited.group(1)).results())
        .map(Citation::of)
        .filter(citation -> transcript.covers(new Moment(citation.seconds())))
        .distinct()
        .toList();
  }

  private static Citation of(MatchResult moment) {
    long hours = moment.group(1) == null ? 0 : Long.parseLong(moment.group(1));
    long minutes = Long.parseLong(moment.group(2));
    String timestamp = moment.group().replaceFirst("[.,].*", "").replace('：', ':');
    return new Citation(timestamp, hours * 3600 + minutes * 60 + Long.parseLong(moment.group(3)));
  }
}
