package dev.vidwiz.llm;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which model to ask, and how long to wait for it.
 *
 * @param baseUrl the address of the API, to which {@code /chat/completions} is added
 * @param key the bearer key; null when the server wants none
 * @param model the model's name, as the server knows it
 * @param referer sent as {@code HTTP-Referer}, when not null
 * @param title sent as {@code X-Title}, when not null
 * @param timeouts how long to wait
 */
public record OpenRouterSettings(
    URI baseUrl,
    @Nullable String key,
    String model,
    @Nullable String referer,
    @Nullable String title,
    Timeouts timeouts) {

  /**
   * How long a model may take. Only text of the answer counts as a sign of life: comments and
   * reasoning prolong nothing.
   *
   * @param connect until the connection stands
   * @param firstToken until the first text, retries included
   * @param silence from one text to the next
   * @param total until the end of the answer, and the only bound beside {@code connect} where an
   *     answer comes in one piece
   */
  public record Timeouts(Duration connect, Duration firstToken, Duration silence, Duration total) {

    /** Patience for a model that thinks before it speaks. */
    public static final Timeouts DEFAULTS =
        new Timeouts(
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(90),
            Duration.ofSeconds(300));

    /** Refuses times that are not positive. */
    public Timeouts {
      requirePositive(connect);
      requirePositive(firstToken);
      requirePositive(silence);
      requirePositive(total);
    }

    private static void requirePositive(Duration timeout) {
      if (!timeout.isPositive()) {
        throw new IllegalArgumentException("a timeout must be positive");
      }
    }
  }

  /**
   * Refuses what cannot be sent. The messages never contain the key.
   *
   * @throws IllegalArgumentException when the address is not absolute http(s), or when a header's
   *     value holds anything but printable ASCII
   */
  public OpenRouterSettings {
    String scheme = baseUrl.getScheme();
    boolean http = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
    if (!http || baseUrl.getHost() == null) {
      throw new IllegalArgumentException("the model server's address must be an http(s) URL");
    }
    requirePrintable("key", key);
    requirePrintable("referer", referer);
    requirePrintable("title", title);
  }

  /** Returns the address that answers prompts. */
  URI chatCompletions() {
    return address("chat/completions");
  }

  /** Returns the address that lists the models. */
  URI models() {
    return address("models");
  }

  private URI address(String path) {
    String base = baseUrl.toString();
    return URI.create((base.endsWith("/") ? base : base + "/") + path);
  }

  /** Describes the settings without the key. */
  @Override
  public String toString() {
    return "OpenRouterSettings[baseUrl=%s, key=%s, model=%s, timeouts=%s]"
        .formatted(baseUrl, key == null ? "none" : "set", model, timeouts);
  }

  private static void requirePrintable(String name, @Nullable String value) {
    if (value != null && !value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw new IllegalArgumentException(
          "the model server's " + name + " must be printable ASCII, as it is sent in a header");
    }
  }
}
