package dev.vidwiz.youtube;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How to reach YouTube and what to ask it for.
 *
 * @param baseUrl scheme, host and port of the server that has the pages; whatever YouTube's pages
 *     link to is fetched from there too
 * @param languages the languages of transcripts, best first; any other will do when none is there
 * @param connectTimeout how long a connection may take
 * @param readTimeout how long one answer may take, from the request to its last byte
 */
public record YouTubeSettings(
    URI baseUrl, List<String> languages, Duration connectTimeout, Duration readTimeout) {

  /** YouTube itself. */
  public static final URI YOUTUBE = URI.create("https://www.youtube.com");

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*");

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException for a setting that cannot work
   */
  public YouTubeSettings {
    languages = List.copyOf(languages);
    requireOrigin(baseUrl);
    if (!languages.stream().allMatch(language -> LANGUAGE.matcher(language).matches())) {
      throw new IllegalArgumentException("languages must be codes such as en or pt-BR");
    }
    if (!connectTimeout.isPositive() || !readTimeout.isPositive()) {
      throw new IllegalArgumentException("timeouts must be positive");
    }
  }

  /** YouTube itself, English before Hindi, and a browser's patience. */
  public static YouTubeSettings defaults() {
    return new YouTubeSettings(
        YOUTUBE, List.of("en", "hi"), Duration.ofSeconds(10), Duration.ofSeconds(30));
  }

  private static void requireOrigin(URI url) {
    boolean http =
        "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
    if (!http
        || url.getHost() == null
        || url.getRawUserInfo() != null
        || !(url.getRawPath().isEmpty() || url.getRawPath().equals("/"))
        || url.getRawQuery() != null
        || url.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "the base URL must be scheme and host, such as https://www.youtube.com");
    }
  }
}
