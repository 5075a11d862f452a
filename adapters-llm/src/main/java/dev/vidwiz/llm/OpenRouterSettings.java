package dev.vidwiz.llm;

import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which model to ask, and what to expect of it.
 *
 * @param baseUrl the address of the API, to which {@code /chat/completions} is added where it lacks
 * @param key the bearer key; null when the server wants none, or user and password in its address
 * @param model the model's name, as the server knows it
 * @param referer sent as {@code HTTP-Referer}, when not null
 * @param title sent as {@code X-Title}, when not null
 * @param limits how long to wait, and for how much
 */
public record OpenRouterSettings(
    URI baseUrl,
    @Nullable String key,
    String model,
    @Nullable String referer,
    @Nullable String title,
    Limits limits) {

  /**
   * How long a model may take, and how long its answer may be. Only text of the answer counts as a
   * sign of life: comments and reasoning prolong nothing.
   *
   * @param connect until the connection stands
   * @param firstToken until the first text, retries included
   * @param silence from one text to the next
   * @param total until the end of the answer, and the only bound beside {@code connect} where an
   *     answer comes in one piece
   * @param answerChars the longest answer that is read, in chars
   */
  public record Limits(
      Duration connect, Duration firstToken, Duration silence, Duration total, int answerChars) {

    /** Patience for a model that thinks before it speaks. */
    public static final Limits DEFAULTS =
        new Limits(
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(90),
            Duration.ofSeconds(300),
            65_536);

    /** Refuses what is not positive. */
    public Limits {
      Stream<Duration> times = Stream.of(connect, firstToken, silence, total);
      if (!times.allMatch(Duration::isPositive) || answerChars < 1) {
        throw new IllegalArgumentException("a limit must be positive");
      }
    }

    /** Returns those of an answer that is asked for in one piece. */
    Limits whole() {
      return new Limits(connect, total, total, total, answerChars);
    }
  }

  /**
   * Refuses what cannot be sent. The messages never contain the key.
   *
   * @throws IllegalArgumentException when the address cannot be asked or names a user besides the
   *     key, or when a header's value holds anything but printable ASCII
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
   * Tells whether an address names a user, who is told to the server when there is no key.
   *
   * @throws IllegalArgumentException when it cannot be asked; the message goes on from a name:
   *     "must…"
   */
  public static boolean hasUser(URI baseUrl) {
    return new ServerAddress(baseUrl).user() != null;
  }

  ServerAddress address() {
    return new ServerAddress(baseUrl);
  }

  /** Describes the settings without the key. */
  @Override
  public String toString() {
    return "OpenRouterSettings[baseUrl=%s, key=%s, model=%s, limits=%s]"
        .formatted(address().shown(), key == null ? "none" : "set", model, limits);
  }

  private static void requirePrintable(String name, @Nullable String value) {
    if (value != null && !value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw new IllegalArgumentException(
          "the model server's " + name + " must be printable ASCII, as it is sent in a header");
    }
  }
}
