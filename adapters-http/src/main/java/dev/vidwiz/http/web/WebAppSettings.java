package dev.vidwiz.http.web;

import java.nio.file.Path;

/**
 * Which web app is served.
 *
 * @param folder where the build put it; the folder may be exchanged while the server runs
 * @param contentSecurityPolicy sent with every file, and by then forbids other pages to frame the
 *     app unless it says who may
 */
public record WebAppSettings(Path folder, String contentSecurityPolicy) {

  /**
   * What a web app of VidWiz needs: itself, YouTube's player and pictures, and Google's sign-in.
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
