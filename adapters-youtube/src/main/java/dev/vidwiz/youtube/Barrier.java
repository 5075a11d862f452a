package dev.vidwiz.youtube;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** What YouTube puts in the way of visitors whom it doubts: consent, captcha, sign-in. */
final class Barrier {

  private static final String CONSENT = "YouTube asks for consent";
  private static final String CAPTCHA = "YouTube asks for a captcha";
  private static final String SIGN_IN = "YouTube asks to sign in";

  private Barrier() {}

  /** Tells which one stands at an address. */
  static Optional<String> at(URI address) {
    String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
    String path = address.getPath() == null ? "" : address.getPath();
    if (host.startsWith("consent.")) {
      return Optional.of(CONSENT);
    }
    if (path.startsWith("/sorry/")) {
      return Optional.of(CAPTCHA);
    }
    return host.equals("accounts.google.com") ? Optional.of(SIGN_IN) : Optional.empty();
  }

  /** Tells which one a page is that is not the page asked for. */
  static Optional<String> in(String page) {
    if (page.contains("://consent.youtube.com") || page.contains("://consent.google.")) {
      return Optional.of(CONSENT);
    }
    if (page.contains("g-recaptcha") || page.contains("unusual traffic from your computer")) {
      return Optional.of(CAPTCHA);
    }
    return page.contains("confirm you’re not a bot") || page.contains("confirm you're not a bot")
        ? Optional.of(SIGN_IN)
        : Optional.empty();
  }
}
