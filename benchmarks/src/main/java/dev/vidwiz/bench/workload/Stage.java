package dev.vidwiz.bench.workload;

import dev.vidwiz.bench.load.Limit;
import dev.vidwiz.bench.load.LoadGenerator;
import dev.vidwiz.bench.load.Outcome;
import dev.vidwiz.bench.server.Server;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Lets workloads run and notes down what they came to. */
record Stage(Options options, Results results) {

  /** The name of the ceiling of whatever comes over HTTP. */
  static final String BARE_HANDLER = "bare Javalin handler";

  private static final int WINDOWS = 10;
  private static final int WINDOWS_WITHOUT_GAIN = 4;
  private static final double GAIN = 1.05;

  /** Lets the server get warm first. */
  void measure(Server server, Workload workload, @Nullable String ceiling) throws IOException {
    warmUp(server, workload);
    measureWarm(server, workload, ceiling);
  }

  /** Measures at once. */
  void measureWarm(Server server, Workload workload, @Nullable String ceiling) throws IOException {
    try (LoadGenerator load = connect(server, workload)) {
      Duration before = server.cpu();
      Outcome outcome = load.run(new Limit(options.time(), workload.operations()));
      results.add(workload.name(), outcome, server.cpu().minus(before), ceiling);
    }
  }

  void warmUp(Server server, Workload workload) throws IOException {
    try (LoadGenerator load = connect(server, workload)) {
      warmUp(load, workload.operations());
    }
  }

  private static LoadGenerator connect(Server server, Workload workload) throws IOException {
    return LoadGenerator.connect(server.port(), workload.clients(), workload.dialogues());
  }

  /** Goes on until the server gets no faster: its JVM compiles for many seconds. */
  void warmUp(LoadGenerator load, long operations) throws IOException {
    Limit window = new Limit(options.time().dividedBy(4), operations / WINDOWS);
    double best = 0;
    int withoutGain = 0;
    for (int i = 0; i < WINDOWS && withoutGain < WINDOWS_WITHOUT_GAIN; i++) {
      double rate = load.run(window).perSecond();
      withoutGain = rate > GAIN * best ? 0 : withoutGain + 1;
      best = Math.max(best, rate);
    }
  }
}
