package dev.vidwiz.application.health;

import dev.vidwiz.application.concurrent.SteadyClock;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Checks one part, one check at a time, and caches the result. Logs changes. */
final class Probe {

  private static final System.Logger LOG = System.getLogger(Probe.class.getName());
  private static final Duration LIMIT = Duration.ofMillis(1_500);

  private final Part part;
  private final Check check;
  private final InstantSource clock;
  private CompletableFuture<Status> latest = CompletableFuture.completedFuture(Status.UP);
  private Instant begun = Instant.MIN;
  private volatile boolean looking;
  private Status told = Status.UP;

  Probe(Part part, Check check, InstantSource clock) {
    this.part = part;
    this.check = check;
    this.clock = SteadyClock.of(clock);
  }

  /** Returns the cached result, or that of a running check within the limit. */
  synchronized CompletableFuture<Status> look() {
    Instant now = clock.instant();
    boolean fresh = !now.isBefore(begun) && now.isBefore(begun.plus(part.trusted()));
    // No new check while one ignores its interrupt.
    if (latest.isDone() && !fresh && !looking) {
      begun = now;
      latest = begin();
    }
    return latest;
  }

  private CompletableFuture<Status> begin() {
    CompletableFuture<Status> look = new CompletableFuture<>();
    looking = true;
    Thread thread = Thread.ofVirtual().name("health-" + part).start(() -> look(look));
    return look.orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
        .handle(
            (status, problem) -> {
              thread.interrupt();
              return tell(problem == null ? status : Status.DOWN, problem);
            });
  }

  private void look(CompletableFuture<Status> result) {
    @Nullable Throwable problem = null;
    Status status = Status.UP;
    try {
      check.look();
    } catch (DegradedException e) {
      status = Status.DEGRADED;
    } catch (Exception | Error e) {
      problem = e;
    }
    looking = false;
    if (problem == null) {
      result.complete(status);
    } else {
      result.completeExceptionally(problem);
    }
  }

  private synchronized Status tell(Status status, @Nullable Throwable problem) {
    // The check itself logs when its part is degraded.
    boolean known = status == Status.DEGRADED || (status == Status.UP && told == Status.DEGRADED);
    if (status != told && !known) {
      Level level = status == Status.UP ? Level.INFO : Level.WARNING;
      LOG.log(level, "health: " + part + " is " + status, problem);
    }
    told = status;
    return status;
  }
}
