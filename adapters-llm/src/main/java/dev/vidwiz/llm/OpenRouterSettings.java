package dev.vidwiz.llm;

import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the model and its server.
 *
 * @param baseUrl the URL of the API; {@code /chat/completions} is added if it is missing
 * @param key the bearer key; null when the server needs none, or a user and password in its URL
 * @param model the model's name on the server
 * @param referer sent as {@code HTTP-Referer} if not null
 * @param title sent as {@code X-Title} if not null
 * @param limits timeouts and the maximum length of an answer
 */
public record OpenRouterSettings(
    URI baseUrl,
    @Nullable String key,
    String model,
    @Nullable String referer,
    @Nullable String title,
    Limits limits) {

  /**
   * Timeouts and the maximum length of an answer. Comments and reasoning do not extend the
   * timeouts; only text of the answer does.
   *
   * @param connect until the connection is established
   * @param firstToken until the first text, retries included
   * @param idle from one piece of text to the next
   * @param total until the end of the answer; besides {@code connect}, the only timeout of an
   *     answer that is not streamed
   * @param answerChars the maximum length of an answer, in {@code char}s
   */
  public record Limits(
      Duration connect, Duration firstToken, Duration idle, Duration total, int answerChars) {

    /** Long enough for models that reason before they answer. */
    public static final Limits DEFAULTS =
        new Limits(
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(90),
            Duration.ofSeconds(300),
            65_536);

    /** Rejects values that are not positive. */
    public Limits {
      Stream<Duration> times = Stream.of(connect, firstToken, idle, total);
      if (!times.allMatch(Duration::isPositive) || answerChars < 1) {
        throw new IllegalArgumentException("a limit must be positive");
      }
    }

    /** Returns the limits of an answer that is not streamed. */
    Limits whole() {
      return new Limits(connect, total, total, total, answerChars);
    }
  }

  /**
   * Rejects values that cannot be sent. The messages never contain the key.
   *
   * @throws IllegalArgumentException when the URL is invalid or has a user in addition to the key,
   *     or when a header value is not printable ASCII
   */
  public OpenRouterSettings {
    if (hasUser(baseUrl) && key != null) {
      throw new IllegalArgumentException("the model server takes a key or a user, not both");
    }
    requirePrintable("key", key);
    requirePrintable("referer", referer);
    requirePrintable("title", title);
  }

  /**
   * Returns whether a URL contains a user, which is sent when there is no key.
   *
   * @throws IllegalArgumentException when the URL is invalid; the message continues a name: "must…"
   */
  public static boolean hasUser(URI baseUrl) {
    return new ServerAddress(baseUrl).user() != null;
  }

  ServerAddress address() {
    return new ServerAddress(baseUrl);
  }

  /** Omits the key. */
  @Override
  public String toString() {
    return "OpenRouterSettings[baseUrl=%s, key=%s, model=%s, limits=%s]"
        .formatted(address().display(), key == null ? "none" : "set", model, limits);
  }

  private static void requirePrintable(String name, @Nullable String value) {
    if (value != null && !value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw new IllegalArgumentException(
          "the model server's " + name + " must be printable ASCII, as it is sent in a header");
    }
  }
}
