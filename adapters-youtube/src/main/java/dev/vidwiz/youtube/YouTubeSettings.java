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
 * How to reach YouTube and what to ask it for.
 *
 * @param baseUrl scheme, host and port of the server that has the pages; whatever YouTube links to
 *     is fetched from there too
 * @param clients the apps to ask as, in this order
 * @param languages the languages of transcripts, best first; any other will do when none is there
 * @param dataApi the official API, for those who have a key
 * @param ytDlp the program to ask after the apps, where there is one
 */
public record YouTubeSettings(
    URI baseUrl,
    List<AppVersion> clients,
    List<String> languages,
    @Nullable DataApiSettings dataApi,
    @Nullable YtDlpSettings ytDlp,
    Network network) {

  /** YouTube itself. */
  public static final URI YOUTUBE = URI.create("https://www.youtube.com");

  /** The official API itself. */
  public static final URI DATA_API = URI.create("https://www.googleapis.com");

  /** The apps that get captions, in versions of 2026-08. */
  public static final List<AppVersion> CLIENTS =
      List.of(
          new AppVersion(AppVersion.Client.VISIONOS, "1.02"),
          new AppVersion(AppVersion.Client.ANDROID, "21.26.364"),
          new AppVersion(AppVersion.Client.IOS, "21.26.4"));

  static final String BROWSER =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/140.0.0.0 Safari/537.36";

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*");

  /** The official API: its server, and the key that it wants. */
  public record DataApiSettings(URI baseUrl, String key) {}

  /**
   * The program yt-dlp.
   *
   * @param cookies a file of cookies that is handed to it and to nobody else
   * @param proxy the address of the proxy that it is to use, with user and password; null for what
   *     the environment says
   */
  public record YtDlpSettings(Path program, @Nullable Path cookies, @Nullable String proxy) {}

  /**
   * How requests travel.
   *
   * @param connectTimeout how long a connection may take
   * @param readTimeout how long one answer may take, from the request to its last byte
   * @param proxies chooses the proxy of each request; null for the JVM's default
   * @param authenticator knows the passwords of proxies; null for the JVM's default
   */
  public record Network(
      Duration connectTimeout,
      Duration readTimeout,
      @Nullable ProxySelector proxies,
      @Nullable Authenticator authenticator) {

    /** Long timeouts, and the JVM's default proxies. */
    public static final Network DEFAULTS =
        new Network(Duration.ofSeconds(10), Duration.ofSeconds(30), null, null);

    /**
     * Checks the timeouts.
     *
     * @throws IllegalArgumentException when one is not positive
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
   * @throws IllegalArgumentException for a setting that cannot work
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

  /** YouTube itself, English before Hindi, and no account anywhere. */
  public static YouTubeSettings defaults() {
    return new YouTubeSettings(YOUTUBE, CLIENTS, List.of("en", "hi"), null, null, Network.DEFAULTS);
  }
}
