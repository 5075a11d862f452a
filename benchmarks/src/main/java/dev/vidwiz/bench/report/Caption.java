package dev.vidwiz.bench.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes a run: conditions, machine, time and commit. */
final class Caption {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Caption() {}

  static String conditions(Conditions conditions) {
    return joined(
        Numbers.count(conditions.connections(), "connections"),
        Numbers.count(conditions.users(), "users"),
        Numbers.count(conditions.notes(), "notes"),
        Numbers.count(conditions.videos(), "videos"),
        Numbers.count(conditions.pendingTasks(), "pending tasks"));
  }

  static String machine(Machine machine) {
    return joined(
        machine.processor(), Numbers.count(machine.cores(), "cores"), "JDK " + machine.jdk());
  }

  /** Returns the time and the commit of a run. */
  static String origin(Run run) {
    String time = TIME.format(run.time());
    return run.commit() == null ? time : joined(time, "commit " + run.commit());
  }

  private static String joined(String... parts) {
    return Stream.of(parts).collect(Collectors.joining(" · "));
  }
}
