package dev.vidwiz.bench.workload;

import dev.vidwiz.bench.seed.SeededDatabase;
import dev.vidwiz.bench.server.Program;
import dev.vidwiz.bench.server.Server;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Measures a server without requests: start time, memory, CPU. */
record Idleness(Stage stage, Program program) {

  private static final int STARTS = 5;

  /**
   * The first start is not counted, because the launcher may build the program or create the cache.
   */
  void measure(SeededDatabase database) throws InterruptedException {
    Results results = stage.results();
    program.serve("first", database).close();
    List<Duration> starts = new ArrayList<>();
    for (int i = 1; i < STARTS; i++) {
      try (Server server = program.serve("start", database)) {
        starts.add(server.firstAnswer());
      }
    }
    try (Server server = program.serve("idle", database)) {
      starts.add(server.firstAnswer());
      results.add("first answer, median of " + STARTS, median(starts).toMillis() / 1e3, "s");
      Thread.sleep(stage.options().time().dividedBy(2));
      results.add("idle CPU", cpuPercent(server, stage.options().time()), "%");
      server.pssMegabytes().ifPresent(mb -> results.add("idle memory", mb, "MB"));
    }
  }

  /** Returns the CPU of a server during the given time, in percent of one core. */
  static double cpuPercent(Server server, Duration time) throws InterruptedException {
    Duration before = server.cpu();
    long start = System.nanoTime();
    Thread.sleep(time);
    return 100.0 * server.cpu().minus(before).toNanos() / (System.nanoTime() - start);
  }

  private static Duration median(List<Duration> durations) {
    Collections.sort(durations);
    return durations.get(durations.size() / 2);
  }
}
