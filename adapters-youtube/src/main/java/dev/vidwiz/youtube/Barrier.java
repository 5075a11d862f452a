package dev.vidwiz.youtube;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A page that YouTube shows in place of the one that was asked for. */
enum Barrier {
  CONSENT("YouTube asks for consent", "://consent.youtube.com", "://consent.google."),
  CAPTCHA(
      "YouTube asks for a captcha",
      "g-recaptcha",
      "unusual traffic from your computer",
      "automated queries"),
  SIGN_IN("YouTube asks to sign in", "confirm you’re not a bot", "confirm you're not a bot");

  private final String reason;

  @SuppressWarnings("ImmutableEnumChecker") // Never written to.
  private final String[] signs;

  Barrier(String reason, String... signs) {
    this.reason = reason;
    this.signs = signs;
  }

  Refusal refusal() {
    return Refusal.blocked(reason);
  }

  /** Finds the barrier at an address. */
  static Optional<Barrier> at(URI address) {
    String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
    String path = address.getPath() == null ? "" : address.getPath();
    if (host.startsWith("consent.")) {
      return Optional.of(CONSENT);
    }
    if (path.equals("/sorry") || path.startsWith("/sorry/")) {
      return Optional.of(CAPTCHA);
    }
    return host.equals("accounts.google.com") ? Optional.of(SIGN_IN) : Optional.empty();
  }

  /** Finds the barrier that a page is, which is known not to be the page asked for. */
  static Optional<Barrier> in(String page) {
    return Stream.of(values())
        .filter(barrier -> Stream.of(barrier.signs).anyMatch(page::contains))
        .findFirst();
  }
}
