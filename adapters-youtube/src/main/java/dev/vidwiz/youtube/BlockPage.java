package dev.vidwiz.youtube;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page with which YouTube blocks a client, instead of the requested page. */
enum BlockPage {
  CONSENT("YouTube asks for consent", "://consent\\.(?:youtube\\.com|google\\.)"),
  CAPTCHA(
      "YouTube asks for a captcha",
      "g-recaptcha|unusual traffic from your computer|automated queries"),
  SIGN_IN("YouTube asks to sign in", "confirm you[’']re not a bot");

  private final String reason;
  private final Pattern words;

  BlockPage(String reason, String words) {
    this.reason = reason;
    this.words = Pattern.compile(words);
  }

  Refusal refusal() {
    return Refusal.of(Refusal.Kind.BLOCKED, reason);
  }

  /** Returns the block page that has this address. */
  static Optional<BlockPage> at(URI address) {
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

  /** Returns the block page that has this text, which is not that of the requested page. */
  static Optional<BlockPage> in(String page) {
    return Stream.of(values()).filter(block -> block.words.matcher(page).find()).findFirst();
  }
}
