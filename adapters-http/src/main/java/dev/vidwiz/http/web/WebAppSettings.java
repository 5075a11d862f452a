package dev.vidwiz.http.web;

import java.nio.file.Path;

/**
 * The settings of the web app.
 *
 * @param folder the build output; the folder may be replaced while the server runs
 * @param contentSecurityPolicy sent with every file; without {@code frame-ancestors} it gets {@code
 *     frame-ancestors 'none'}
 */
public record WebAppSettings(Path folder, String contentSecurityPolicy) {

  /**
   * Allows the app itself, YouTube's player, images, and Google sign-in.
   *
   * @see <a href="https://developers.google.com/identity/gsi/web/guides/get-google-api-clientid">
   *     Google: Content Security Policy</a>
   */
  public static final String STRICT_POLICY =
      String.join(
          "; ",
          "default-src 'self'",
          "script-src 'self' https://accounts.google.com https://www.youtube.com",
          "style-src 'self' 'unsafe-inline' https://accounts.google.com",
          "img-src 'self' data: https:",
          "font-src 'self' data:",
          "connect-src 'self' https://accounts.google.com",
          "frame-src https://accounts.google.com https://www.youtube.com"
              + " https://www.youtube-nocookie.com",
          "object-src 'none'",
          "base-uri 'self'",
          "form-action 'self'");

  private static final String FRAMES = "frame-ancestors";

  /** Completes the policy. */
  public WebAppSettings {
    if (!contentSecurityPolicy.contains(FRAMES)) {
      contentSecurityPolicy += "; " + FRAMES + " 'none'";
    }
  }
}
