package dev.vidwiz.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * YouTube's word on whether a video can be played: a status, and reasons in English, as the page is
 * asked for in English. Only what is sure to last ends in {@link NotFetched#gone}.
 */
final class Playability {

  static final String GONE = "This video is no longer available.";

  private static final String PRIVATE = "This video is private.";
  private static final String MEMBERS_ONLY = "This video is for members of its channel only.";
  private static final String PAID = "This video must be paid for.";
  private static final String COUNTRY = "This video is not available in this server's country.";
  private static final String UNPLAYABLE = "This video cannot be played.";

  private static final Duration NOT_STARTED = Duration.ofHours(1);
  private static final Duration AGE_CHECK = Duration.ofDays(1);

  private Playability() {}

  /** Does nothing when the video can be played. */
  static void require(JsonNode playability) throws NotFetched {
    String status = playability.path("status").asText();
    if (status.equals("OK")) {
      return;
    }
    String reasons = reasons(playability);
    if (mentions(reasons, "not a bot", "try again later")) {
      throw NotFetched.notNow("YouTube doubts us: " + reasons, NotFetched.LATER);
    }
    throw switch (status) {
      case "ERROR" -> NotFetched.gone(mentions(reasons, "private") ? PRIVATE : GONE);
      case "UNPLAYABLE" -> NotFetched.gone(whyUnplayable(reasons));
      case "LOGIN_REQUIRED" -> loginRequired(reasons);
      case "AGE_VERIFICATION_REQUIRED", "AGE_CHECK_REQUIRED", "CONTENT_CHECK_REQUIRED" ->
          NotFetched.notYet(status, AGE_CHECK);
      case "LIVE_STREAM_OFFLINE" ->
          mentions(reasons, "recording is not available")
              ? NotFetched.gone(GONE)
              : NotFetched.notYet("the live stream has not started", NOT_STARTED);
      default -> NotFetched.broken("playability status " + status);
    };
  }

  private static NotFetched loginRequired(String reasons) {
    if (mentions(reasons, "private")) {
      return NotFetched.gone(PRIVATE);
    }
    if (mentions(reasons, "members")) {
      return NotFetched.gone(MEMBERS_ONLY);
    }
    return mentions(reasons, "your age", "inappropriate for some users")
        ? NotFetched.notYet("YouTube asks for our age", AGE_CHECK)
        : NotFetched.notNow("YouTube asks to sign in: " + reasons, NotFetched.LATER);
  }

  private static String whyUnplayable(String reasons) {
    if (mentions(reasons, "private")) {
      return PRIVATE;
    }
    if (mentions(reasons, "members")) {
      return MEMBERS_ONLY;
    }
    if (mentions(reasons, "payment", "purchase")) {
      return PAID;
    }
    if (mentions(reasons, "country")) {
      return COUNTRY;
    }
    return mentions(reasons, "no longer available", "removed", "terminated") ? GONE : UNPLAYABLE;
  }

  /** The texts that a viewer reads, wherever they stand, in lower case. */
  private static String reasons(JsonNode playability) {
    JsonNode screen = playability.path("errorScreen").path("playerErrorMessageRenderer");
    return Stream.of(
            text(playability.path("reason")),
            text(playability.path("messages")),
            text(screen.path("reason")),
            text(screen.path("subreason")))
        .collect(Collectors.joining(" "))
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  private static String text(JsonNode node) {
    if (node.isObject()) {
      return text(node.path("simpleText")) + text(node.path("runs")) + text(node.path("text"));
    }
    return node.isArray()
        ? node.valueStream().map(Playability::text).collect(Collectors.joining(" "))
        : node.asText();
  }

  private static boolean mentions(String reasons, String... words) {
    return Stream.of(words).anyMatch(reasons::contains);
  }
}
