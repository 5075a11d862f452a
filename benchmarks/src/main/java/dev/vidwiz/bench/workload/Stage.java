package dev.vidwiz.bench.workload;

import dev.vidwiz.bench.load.Limit;
import dev.vidwiz.bench.load.LoadGenerator;
import dev.vidwiz.bench.load.Outcome;
import dev.vidwiz.bench.server.Server;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Runs workloads and records their results. */
record Stage(Options options, Results results) {

  /** The name of the ceiling of all workloads over HTTP. */
  static final String BARE_HANDLER = "bare Javalin handler";

  private static final int WINDOWS = 10;

  /** A fraction of one core. */
  private static final double COMPILING_LITTLE = 0.1;

  /** Warms up the server, then measures. */
  void measure(Server server, Workload workload, @Nullable String ceiling) throws IOException {
    warmUp(server, workload);
    measureWarm(server, workload, ceiling);
  }

  /** Measures without warmup. */
  void measureWarm(Server server, Workload workload, @Nullable String ceiling) throws IOException {
    try (LoadGenerator load = connect(server, workload)) {
      Duration before = server.cpu();
      Outcome outcome = load.run(new Limit(options.time(), workload.operations()));
      results.add(workload.name(), outcome, server.cpu().minus(before), ceiling);
    }
  }

  /** Returns whether the server is warm. */
  boolean warmUp(Server server, Workload workload) throws IOException {
    try (LoadGenerator load = connect(server, workload)) {
      return warmUp(server, load, workload.operations());
    }
  }

  private static LoadGenerator connect(Server server, Workload workload) throws IOException {
    return LoadGenerator.connect(server.port(), workload.clients(), workload.dialogues());
  }

  /**
   * Runs until the JVM of the server compiles little, or for ten windows. Returns whether the
   * server is warm.
   */
  boolean warmUp(Server server, LoadGenerator load, long operations) throws IOException {
    Limit window = new Limit(options.time().dividedBy(4), operations / WINDOWS);
    boolean warm = false;
    for (int i = 0; i < WINDOWS && !warm; i++) {
      Duration before = server.compilerCpu();
      long time = load.run(window).elapsed().toNanos();
      warm = server.compilerCpu().minus(before).toNanos() < COMPILING_LITTLE * time;
    }
    return warm;
  }
}
