package dev.vidwiz.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vidwiz.youtube.Refusal.Kind;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether YouTube says that a video can be played: a status, and reasons in English. */
final class Playability {

  private static final Set<String> AGE_STATUSES =
      Set.of("AGE_VERIFICATION_REQUIRED", "AGE_CHECK_REQUIRED", "CONTENT_CHECK_REQUIRED");

  private Playability() {}

  /** Throws a refusal unless the video can be played and has ended. */
  static void require(PlayerResponse player) throws Refusal {
    JsonNode playability = player.playability();
    String status = playability.path("status").asText();
    if (status.equals("OK")) {
      requireEnded(player);
      return;
    }
    if (!playability.isObject()) {
      throw Refusal.withheld("an answer that does not say whether the video can be played");
    }
    throw refusal(player, status, reasons(playability));
  }

  private static void requireEnded(PlayerResponse player) throws Refusal {
    if (player.details().path("isLive").asBoolean(false)) {
      throw Refusal.live();
    }
    if (player.details().path("isUpcoming").asBoolean(false)) {
      throw Refusal.notBegun(startsAt(player));
    }
  }

  private static Refusal refusal(PlayerResponse player, String status, String reasons) {
    Optional<Refusal> known = Reasons.refusal(reasons);
    String reason = (status + " " + reasons).strip();
    if (known.map(Refusal::kind).filter(Kind.UPCOMING::equals).isPresent()
        || (known.isEmpty() && status.equals("LIVE_STREAM_OFFLINE"))) {
      return Refusal.upcoming(reason, startsAt(player));
    }
    return known.orElseGet(
        () ->
            AGE_STATUSES.contains(status)
                ? Refusal.of(Kind.AGE_RESTRICTED, reason)
                : Refusal.withheld("playability status " + reason));
  }

  /** Seconds since 1970 on the screen shown before the start, or a date beside the video. */
  private static @Nullable Instant startsAt(PlayerResponse player) {
    Instant onScreen = Times.ofSeconds(player.playability().findPath("scheduledStartTime"));
    return onScreen != null
        ? onScreen
        : Times.instant(player.microformat().at("/liveBroadcastDetails/startTimestamp"));
  }

  /** Joins the texts that a viewer reads. */
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
