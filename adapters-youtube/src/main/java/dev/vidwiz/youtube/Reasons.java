package dev.vidwiz.youtube;

import dev.vidwiz.youtube.Refusal.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Classifies the sentences with which YouTube refuses a video. They are in English, because every
 * request asks for English. The errors of yt-dlp contain them.
 */
final class Reasons {

  static final String GONE = "This video is no longer available.";

  /**
   * The kind of the sentences that contain certain words.
   *
   * @param sentence the sentence for users; empty for YouTube's own sentence
   */
  private record Rule(Kind kind, Pattern words, String sentence) {}

  /** The first match counts, so more exact rules come first. */
  private static final List<Rule> RULES =
      List.of(
          rule(
              Kind.WITHHELD,
              "page needs to be reloaded|not available on this app|latest version of youtube"),
          rule(
              Kind.BLOCKED,
              "not a bot|try again later|captcha|automated queries|unusual traffic"
                  + "|too many requests|http error 429"),
          rule(Kind.WITHHELD, "requested format|unable to download|http error"),
          gone("music premium", "This video is for members of YouTube Music Premium only."),
          rule(Kind.AGE_RESTRICTED, "your age|age-restricted|inappropriate for some users"),
          gone("private", "This video is private."),
          gone("members", "This video is for members of its channel only."),
          gone("payment|purchase|to rent", "This video must be paid for."),
          gone("country", "This video is not available in this server's country."),
          gone(
              "unavailable|not available|isn[’']t available|no longer available|removed|terminated"
                  + "|deleted|does not exist|doesn't exist",
              GONE),
          rule(Kind.UPCOMING, "premieres in|premiere will begin|event will begin"));

  private Reasons() {}

  private static Rule rule(Kind kind, String words) {
    return new Rule(kind, Pattern.compile(words), "");
  }

  private static Rule gone(String words, String sentence) {
    return new Rule(Kind.UNAVAILABLE, Pattern.compile(words), sentence);
  }

  /** Returns the refusal for a sentence; empty for an unknown sentence. */
  static Optional<Refusal> refusal(String sentence) {
    String reasons = sentence.toLowerCase(Locale.ROOT);
    return RULES.stream()
        .filter(rule -> rule.words().matcher(reasons).find())
        .findFirst()
        .map(
            rule ->
                Refusal.of(rule.kind(), rule.sentence().isEmpty() ? sentence : rule.sentence()));
  }
}
