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

  /** Half as long as it is measured, the server gets warm; of few operations a part is for that. */
  void measure(Server server, Workload workload, @Nullable String ceiling) throws IOException {
    try (LoadGenerator load =
        LoadGenerator.connect(server.port(), workload.clients(), workload.dialogues())) {
      load.run(new Limit(options.time().dividedBy(2), workload.operations() / 5));
      Duration before = server.cpu();
      Outcome outcome =
          load.run(new Limit(options.time(), workload.operations() - workload.operations() / 5));
      results.add(workload.name(), outcome, server.cpu().minus(before), ceiling);
    }
  }
}
