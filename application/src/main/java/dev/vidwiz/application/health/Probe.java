package dev.vidwiz.application.health;

import dev.vidwiz.application.concurrent.SteadyClock;
import dev.vidwiz.application.failure.InfrastructureException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Checks one part, one check at a time, and caches the result. Logs changes. */
final class Probe {

  /**
   * What a check has found.
   *
   * @param reason why the part is not up, without secrets
   */
  record Result(Status status, @Nullable String reason) {

    static final Result UP = new Result(Status.UP, null);
    static final Result NOT_CONFIGURED = new Result(Status.NOT_CONFIGURED, null);
  }

  private static final System.Logger LOG = System.getLogger(Probe.class.getName());
  private static final Duration LIMIT = Duration.ofMillis(1_500);

  private final Part part;
  private final Check check;
  private final InstantSource clock;
  private CompletableFuture<Result> latest = CompletableFuture.completedFuture(Result.UP);
  private Instant begun = Instant.MIN;
  private volatile boolean looking;
  private Status told = Status.UP;

  Probe(Part part, Check check, InstantSource clock) {
    this.part = part;
    this.check = check;
    this.clock = SteadyClock.of(clock);
  }

  /** Returns the cached result, or that of a running check within the limit. */
  synchronized CompletableFuture<Result> look() {
    Instant now = clock.instant();
    boolean fresh = !now.isBefore(begun) && now.isBefore(begun.plus(part.trusted()));
    // No new check while one ignores its interrupt.
    if (latest.isDone() && !fresh && !looking) {
      begun = now;
      latest = begin();
    }
    return latest;
  }

  private CompletableFuture<Result> begin() {
    CompletableFuture<Void> look = new CompletableFuture<>();
    looking = true;
    Thread thread = Thread.ofVirtual().name("health-" + part).start(() -> look(look));
    return look.orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
        .handle(
            (nothing, problem) -> {
              thread.interrupt();
              Result found = found(problem);
              tell(found, problem);
              return found;
            });
  }

  private void look(CompletableFuture<Void> result) {
    @Nullable Throwable problem = null;
    try {
      check.look();
    } catch (Exception | Error e) {
      problem = e;
    }
    looking = false;
    if (problem == null) {
      result.complete(null);
    } else {
      result.completeExceptionally(problem);
    }
  }

  private static Result found(@Nullable Throwable problem) {
    return switch (problem) {
      case null -> Result.UP;
      case DegradedException partly -> new Result(Status.DEGRADED, partly.getMessage());
      default -> new Result(Status.DOWN, Reasons.of(problem));
    };
  }

  private synchronized void tell(Result found, @Nullable Throwable problem) {
    // The worker logs its state itself.
    boolean known = part == Part.VIDEO_SOURCE && found.status() == Status.DEGRADED;
    // The migrations cannot be read while the database is away, which is logged already.
    boolean ofDatabase = part == Part.MIGRATIONS && isUnavailable(problem);
    if (known || ofDatabase || found.status() == told) {
      return;
    }
    told = found.status();
    if (told == Status.UP) {
      LOG.log(Level.INFO, "health: " + part + " is UP");
    } else {
      LOG.log(Level.WARNING, "health: " + part + " is " + told + ": " + found.reason(), problem);
    }
  }

  private static boolean isUnavailable(@Nullable Throwable problem) {
    return switch (problem) {
      case null -> false;
      case TimeoutException late -> true;
      case InfrastructureException broken -> broken.isTemporary();
      default -> isUnavailable(problem.getCause());
    };
  }
}
