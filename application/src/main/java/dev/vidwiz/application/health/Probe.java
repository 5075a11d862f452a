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
    CompletableFuture<Result> look = new CompletableFuture<>();
    looking = true;
    Thread thread = Thread.ofVirtual().name("health-" + part).start(() -> look(look));
    return look.orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
        .handle(
            (result, problem) -> {
              thread.interrupt();
              Result found =
                  problem == null ? result : new Result(Status.DOWN, Reasons.of(problem));
              tell(found, problem);
              return found;
            });
  }

  private void look(CompletableFuture<Result> result) {
    @Nullable Throwable problem = null;
    Result found = Result.UP;
    try {
      check.look();
    } catch (DegradedException e) {
      found = new Result(Status.DEGRADED, e.getMessage());
    } catch (Exception | Error e) {
      problem = e;
    }
    looking = false;
    if (problem == null) {
      result.complete(found);
    } else {
      result.completeExceptionally(problem);
    }
  }

  private synchronized void tell(Result found, @Nullable Throwable problem) {
    Status status = found.status();
    // The check itself logs when its part is degraded.
    boolean known = status == Status.DEGRADED || (status == Status.UP && told == Status.DEGRADED);
    // The migrations cannot be read while the database is away, which is logged already.
    boolean ofDatabase = part == Part.MIGRATIONS && isOutage(problem);
    if (ofDatabase) {
      return;
    }
    if (status != told && !known) {
      if (status == Status.UP) {
        LOG.log(Level.INFO, "health: " + part + " is UP");
      } else {
        LOG.log(
            Level.WARNING, "health: " + part + " is " + status + ": " + found.reason(), problem);
      }
    }
    told = status;
  }

  private static boolean isOutage(@Nullable Throwable problem) {
    return problem instanceof TimeoutException
        || (problem instanceof InfrastructureException broken && broken.isOutage());
  }
}
