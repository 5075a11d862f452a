package dev.vidwiz.youtube;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An app of YouTube in one version, as which requests are sent. YouTube refuses a version after
 * some months.
 */
public record AppVersion(Client client, String version) {

  private static final Pattern VERSION = Pattern.compile("\\d{1,6}(\\.\\d{1,6}){0,4}");

  /** The apps that get working links to captions. */
  public enum Client {
    VISIONOS,
    ANDROID,
    IOS;

    /** Returns the name in settings and metrics. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Checks the version.
   *
   * @throws IllegalArgumentException if it is not numbers separated by dots
   */
  public AppVersion {
    if (!VERSION.matcher(version).matches()) {
      throw new IllegalArgumentException("a version must be numbers separated by dots");
    }
  }
}
