package dev.vidwiz.youtube;

import java.net.Authenticator;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings for requests to YouTube.
 *
 * @param baseUrl scheme, host and port of YouTube; links to YouTube are fetched from there, too
 * @param clients the clients as which requests are sent, in this order
 * @param languages the preferred languages of transcripts, best first; without a track in one of
 *     them, any language is accepted
 * @param dataApi the Data API; null to not use it
 * @param ytDlp the program yt-dlp, used after the clients; null to not use it
 * @param network timeouts and proxies
 */
public record YouTubeSettings(
    URI baseUrl,
    List<AppVersion> clients,
    List<String> languages,
    @Nullable DataApiSettings dataApi,
    @Nullable YtDlpSettings ytDlp,
    Network network) {

  /** The address of YouTube. */
  public static final URI YOUTUBE = URI.create("https://www.youtube.com");

  /** The address of the Data API. */
  public static final URI DATA_API = URI.create("https://www.googleapis.com");

  /** The clients that get captions, in versions of 2026-08. */
  public static final List<AppVersion> CLIENTS =
      List.of(
          new AppVersion(AppVersion.Client.VISIONOS, "1.02"),
          new AppVersion(AppVersion.Client.ANDROID, "21.26.364"),
          new AppVersion(AppVersion.Client.IOS, "21.26.4"));

  static final String BROWSER =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/140.0.0.0 Safari/537.36";

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*");

  /** The Data API: its address and the key for it. */
  public record DataApiSettings(URI baseUrl, String key) {}

  /**
   * The program yt-dlp.
   *
   * @param cookies a file of cookies, for yt-dlp only; null for none
   * @param proxy the address of its proxy, with user and password; null for the proxy of the
   *     environment
   */
  public record YtDlpSettings(Path program, @Nullable Path cookies, @Nullable String proxy) {}

  /**
   * Timeouts and proxies.
   *
   * @param connectTimeout the time limit for a connection
   * @param readTimeout the time limit for an answer, from the request to its last byte
   * @param proxies selects the proxy of each request; null for the JVM's default
   * @param authenticator has the passwords of proxies; null for the JVM's default
   */
  public record Network(
      Duration connectTimeout,
      Duration readTimeout,
      @Nullable ProxySelector proxies,
      @Nullable Authenticator authenticator) {

    /** Timeouts of 10 and 30 seconds, and the JVM's default proxies. */
    public static final Network DEFAULTS =
        new Network(Duration.ofSeconds(10), Duration.ofSeconds(30), null, null);

    /**
     * Checks the timeouts.
     *
     * @throws IllegalArgumentException if one is not positive
     */
    public Network {
      if (!connectTimeout.isPositive() || !readTimeout.isPositive()) {
        throw new IllegalArgumentException("timeouts must be positive");
      }
    }
  }

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if one is invalid
   */
  public YouTubeSettings {
    clients = List.copyOf(clients);
    languages = List.copyOf(languages);
    if (baseUrl.getHost() == null || !baseUrl.toString().matches("(?i)https?://[^/?#@]*/?")) {
      throw new IllegalArgumentException(
          "the base URL must be scheme and host, such as https://www.youtube.com");
    }
    if (!languages.stream().allMatch(language -> LANGUAGE.matcher(language).matches())) {
      throw new IllegalArgumentException("languages must be codes such as en or pt-BR");
    }
  }

  /** YouTube, English before Hindi, and nothing that needs an account. */
  public static YouTubeSettings defaults() {
    return new YouTubeSettings(YOUTUBE, CLIENTS, List.of("en", "hi"), null, null, Network.DEFAULTS);
  }
}
