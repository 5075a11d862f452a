package dev.vidwiz.persistence.migration;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;

/** The migration that runs now, as far as a listener is told of it. Thread-safe. */
final class RunningMigration implements Callback, AutoCloseable {

  private record Begun(String name, long nanos) {

    Duration elapsed() {
      return Duration.ofNanos(System.nanoTime() - nanos);
    }
  }

  private final MigrationListener listener;
  private final Supplier<OptionalInt> percent;

  /** Not a virtual thread, because migrations may run before the server sets these up. */
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> Thread.ofPlatform().daemon().name("migrations").unstarted(work));

  private final ScheduledFuture<?> ticks;

  /** By version: one that lost a conflict with its commit is run again. */
  private final Map<String, AppliedMigration> applied =
      Collections.synchronizedMap(new LinkedHashMap<>());

  private volatile @Nullable Begun running;

  RunningMigration(MigrationListener listener, Supplier<OptionalInt> percent) {
    this.listener = listener;
    this.percent = percent;
    this.ticks = timer.scheduleWithFixedDelay(this::tell, 1, 1, TimeUnit.SECONDS);
  }

  /** Runs {@code work} as a migration. */
  void during(String name, Runnable work) {
    begin(name);
    try {
      work.run();
      end();
    } finally {
      running = null;
    }
  }

  @Override
  public void handle(Event event, Context context) {
    switch (event) {
      case BEFORE_EACH_MIGRATE -> begin(MigrationFiles.name(context.getMigrationInfo()));
      case AFTER_EACH_MIGRATE -> {
        note(String.valueOf(context.getMigrationInfo().getVersion()));
        end();
      }
      default -> running = null;
    }
  }

  /** Returns the migrations of the database that have been run, in order. */
  List<AppliedMigration> applied() {
    return List.copyOf(applied.values());
  }

  @Override
  public boolean supports(Event event, Context context) {
    return switch (event) {
      case BEFORE_EACH_MIGRATE, AFTER_EACH_MIGRATE, AFTER_EACH_MIGRATE_ERROR -> true;
      default -> false;
    };
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public String getCallbackName() {
    return "vidwiz";
  }

  @Override
  public void close() {
    ticks.cancel(true);
    timer.shutdown();
  }

  private void begin(String name) {
    running = new Begun(name, System.nanoTime());
  }

  private void note(String version) {
    Begun ended = running;
    Duration duration = ended == null ? Duration.ZERO : ended.elapsed();
    applied.put(version, new AppliedMigration(version, duration));
  }

  private void end() {
    Begun ended = running;
    running = null;
    if (ended != null) {
      listener.ended(ended.name, ended.elapsed());
    }
  }

  private void tell() {
    Begun now = running;
    if (now != null) {
      listener.runs(now.name, now.elapsed(), percent.get());
    }
  }
}
