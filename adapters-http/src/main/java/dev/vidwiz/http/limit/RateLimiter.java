package dev.vidwiz.http.limit;

import dev.vidwiz.application.limit.Rate;
import dev.vidwiz.application.limit.SharedRateLimits;
import dev.vidwiz.application.limit.TakeResult;
import dev.vidwiz.http.error.ApiException;
import dev.vidwiz.http.error.ErrorCode;
import dev.vidwiz.http.limit.SharedBuckets.Times;
import dev.vidwiz.http.monitor.OpenRequest;
import io.javalin.http.Context;
import io.javalin.security.RouteRole;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Rejects requests of clients above their rate limit. */
public final class RateLimiter {

  /** About 32 MB when all are in use and empty. */
  private static final int MAX_BUCKETS = 50_000;

  private final Map<RateGroup, Rate> rates;
  private final Buckets buckets;
  private final Predicate<Context> exempt;

  /** Limits all requests except those for which {@code exempt} is true. */
  public RateLimiter(RateLimits limits, Predicate<Context> exempt, InstantSource clock) {
    this.rates = limits.rates();
    this.buckets = new EmptyBuckets(buckets(limits.shared(), clock), clock, MAX_BUCKETS);
    this.exempt = exempt;
  }

  /** Counts a request, and rejects it when its bucket is empty. Runs before all other checks. */
  public void check(Context ctx) {
    for (RouteRole role : ctx.routeRoles()) {
      switch (role) {
        case RateGroup group -> check(ctx, group, ctx.method() + " " + path(ctx));
        case RateGroup.Alias(RateGroup group, String route) -> check(ctx, group, route);
        default -> {
          // Not about rate limits.
        }
      }
    }
  }

  private void check(Context ctx, RateGroup group, String route) {
    Rate rate = rates.get(group);
    if (rate == null || exempt.test(ctx)) {
      return;
    }
    TakeResult taken = buckets.take(OpenRequest.of(ctx).client() + " " + route, rate);
    String reset = Long.toString(seconds(taken.resetIn()));
    ctx.header("X-RateLimit-Limit", Integer.toString(rate.calls()));
    ctx.header("X-RateLimit-Remaining", Long.toString(taken.remaining()));
    ctx.header("X-RateLimit-Reset", reset);
    if (!taken.granted()) {
      throw refusal(ctx, taken.resetIn());
    }
  }

  /** Returns the error for who must wait, and tells so in the headers of the answer. */
  public static ApiException refusal(Context ctx, Duration wait) {
    long seconds = seconds(wait);
    ctx.header("Retry-After", Long.toString(seconds));
    return new ApiException(
        ErrorCode.RATE_LIMIT_EXCEEDED,
        "Too many requests, please try again in " + seconds + " s",
        Map.of("reset_in_seconds", seconds));
  }

  private static Buckets buckets(@Nullable SharedRateLimits shared, InstantSource clock) {
    MemoryBuckets own = new MemoryBuckets(clock, MAX_BUCKETS);
    return shared == null ? own : new SharedBuckets(shared, own, clock, Times.DEFAULTS);
  }

  private static String path(Context ctx) {
    return Objects.requireNonNull(ctx.endpoints().matchedHttpEndpoint()).path;
  }

  private static long seconds(Duration duration) {
    return Math.max(1, duration.plusNanos(999_999_999).toSeconds());
  }
}
