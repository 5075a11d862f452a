package dev.vidwiz.http.limit;

import dev.vidwiz.application.limit.Rate;
import dev.vidwiz.application.limit.SharedRateLimits;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often clients may call, and where that is counted.
 *
 * @param rates groups that are missing are not limited
 * @param shared where several servers count together; null counts in this one's memory
 */
public record RateLimits(Map<RateGroup, Rate> rates, @Nullable SharedRateLimits shared) {

  /** No limits at all. */
  public static final RateLimits NONE = new RateLimits(Map.of(), null);

  /** Keeps a copy of the rates. */
  public RateLimits {
    rates = Map.copyOf(rates);
  }
}
