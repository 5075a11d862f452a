package dev.vidwiz.http.limit;

import dev.vidwiz.application.limit.Rate;
import dev.vidwiz.application.limit.SharedRateLimits;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rate limits and where calls are counted.
 *
 * @param rates missing groups are not limited
 * @param shared counts shared by several servers; null to count in the memory of this one
 */
public record RateLimits(Map<RateGroup, Rate> rates, @Nullable SharedRateLimits shared) {

  /** No limits. */
  public static final RateLimits NONE = new RateLimits(Map.of(), null);

  /** Copies the rates. */
  public RateLimits {
    rates = Map.copyOf(rates);
  }
}
