package dev.vidwiz.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vidwiz.youtube.Refusal.Kind;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks whether a video can be played, by the status and the English sentences of YouTube. */
final class Playability {

  private Playability() {}

  /** Throws a refusal unless the video can be played and is complete. */
  static void require(PlayerResponse player) throws Refusal {
    JsonNode playability = player.playability();
    String status = playability.path("status").asText();
    if (!playability.isObject()) {
      throw Refusal.withheld("an answer that does not say whether the video can be played");
    }
    if (!status.equals("OK")) {
      throw refusal(player, status, reasons(playability));
    }
    requireComplete(
        player.details().path("isLive").asBoolean(),
        player.details().path("isUpcoming").asBoolean(),
        startsAt(player));
  }

  /** Throws a refusal while the video is live or has not started. */
  static void requireComplete(boolean live, boolean upcoming, @Nullable Instant startsAt)
      throws Refusal {
    if (live) {
      throw Refusal.of(Kind.LIVE, "the video is live");
    }
    if (upcoming) {
      throw Refusal.upcoming("the video has not started", startsAt);
    }
  }

  private static Refusal refusal(PlayerResponse player, String status, String reasons) {
    String reason = (status + " " + reasons).strip();
    Refusal refusal = Reasons.refusal(reasons).orElseGet(() -> refusalByStatus(status, reason));
    return refusal.kind() == Kind.UPCOMING ? Refusal.upcoming(reason, startsAt(player)) : refusal;
  }

  private static Refusal refusalByStatus(String status, String reason) {
    return switch (status) {
      case "LIVE_STREAM_OFFLINE" -> Refusal.of(Kind.UPCOMING, reason);
      case "AGE_VERIFICATION_REQUIRED", "AGE_CHECK_REQUIRED", "CONTENT_CHECK_REQUIRED" ->
          Refusal.of(Kind.AGE_RESTRICTED, reason);
      default -> Refusal.withheld("playability status " + reason);
    };
  }

  /** Returns the start that a viewer sees, or else that in the description of the page. */
  private static @Nullable Instant startsAt(PlayerResponse player) {
    Instant shown = Times.ofSeconds(player.playability().findPath("scheduledStartTime"));
    return shown != null
        ? shown
        : Times.instant(player.microformat().at("/liveBroadcastDetails/startTimestamp"));
  }

  /** Joins the sentences that a viewer sees. */
  private static String reasons(JsonNode playability) {
    JsonNode screen = playability.path("errorScreen");
    JsonNode message = screen.path("playerErrorMessageRenderer");
    boolean captcha = screen.toString().toLowerCase(Locale.ROOT).contains("captchaviewmodel");
    return Stream.of(
            text(playability.path("reason")),
            text(playability.path("messages")),
            text(message.path("reason")),
            text(message.path("subreason")),
            captcha ? "captcha" : "")
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private static String text(JsonNode node) {
    if (node.isObject()) {
      return text(node.path("simpleText")) + text(node.path("runs")) + text(node.path("text"));
    }
    return node.isArray()
        ? node.valueStream().map(Playability::text).collect(Collectors.joining(" "))
        : node.asText();
  }
}
