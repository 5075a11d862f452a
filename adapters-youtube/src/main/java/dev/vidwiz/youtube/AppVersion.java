package dev.vidwiz.youtube;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One of YouTube's apps, in the version in which it is to ask. YouTube refuses versions after some
 * months.
 */
public record AppVersion(Client client, String version) {

  private static final Pattern VERSION = Pattern.compile("\\d{1,6}(\\.\\d{1,6}){0,4}");

  /** The apps whose answers hold addresses of captions that work. */
  public enum Client {
    VISIONOS,
    ANDROID,
    IOS;

    /** Returns the name by which settings and metrics know it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Checks the version.
   *
   * @throws IllegalArgumentException when it is not numbers between dots
   */
  public AppVersion {
    if (!VERSION.matcher(version).matches()) {
      throw new IllegalArgumentException("a version must be numbers between dots");
    }
  }
}
