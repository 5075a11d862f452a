package dev.vidwiz.youtube;

import dev.vidwiz.youtube.Refusal.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What YouTube means by the sentences with which it refuses a video. They are in English, as we ask
 * in English; yt-dlp passes them on.
 */
final class Reasons {

  static final String GONE = "This video is no longer available.";
  static final String NO_CAPTIONS = "This video has no captions.";

  private record Rule(Kind kind, String sentence, List<String> words) {

    boolean matches(String reasons) {
      return words.stream().anyMatch(reasons::contains);
    }
  }

  /** The first that matches counts, so the more exact ones stand first. */
  private static final List<Rule> RULES =
      List.of(
          rule(
              Kind.WITHHELD,
              "",
              "page needs to be reloaded",
              "not available on this app",
              "latest version of youtube"),
          rule(
              Kind.BLOCKED,
              "",
              "not a bot",
              "try again later",
              "captcha",
              "automated queries",
              "unusual traffic",
              "too many requests",
              "http error 429"),
          rule(Kind.WITHHELD, "", "requested format", "unable to download", "http error"),
          rule(
              Kind.UNAVAILABLE,
              "This video is for members of YouTube Music Premium only.",
              "music premium"),
          rule(
              Kind.AGE_RESTRICTED,
              "",
              "your age",
              "age-restricted",
              "inappropriate for some users"),
          rule(Kind.UNAVAILABLE, "This video is private.", "private"),
          rule(Kind.UNAVAILABLE, "This video is for members of its channel only.", "members"),
          rule(Kind.UNAVAILABLE, "This video must be paid for.", "payment", "purchase", "to rent"),
          rule(
              Kind.UNAVAILABLE, "This video is not available in this server's country.", "country"),
          rule(
              Kind.UNAVAILABLE,
              GONE,
              "unavailable",
              "not available",
              "isn’t available",
              "isn't available",
              "no longer available",
              "removed",
              "terminated",
              "deleted",
              "does not exist",
              "doesn't exist"),
          rule(Kind.UPCOMING, "", "premieres in", "premiere will begin", "event will begin"));

  private Reasons() {}

  private static Rule rule(Kind kind, String sentence, String... words) {
    return new Rule(kind, sentence, List.of(words));
  }

  /** Returns what a sentence means; empty when it is none of those we know. */
  static Optional<Refusal> refusal(String sentence) {
    String reasons = sentence.toLowerCase(Locale.ROOT);
    return RULES.stream()
        .filter(rule -> rule.matches(reasons))
        .findFirst()
        .map(
            rule ->
                Refusal.of(rule.kind(), rule.sentence().isEmpty() ? sentence : rule.sentence()));
  }
}
