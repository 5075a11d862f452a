package dev.vidwiz.bench.workload;

import dev.vidwiz.bench.load.Limit;
import dev.vidwiz.bench.load.LoadGenerator;
import dev.vidwiz.bench.load.Outcome;
import dev.vidwiz.bench.server.Server;
import java.io.IOException;
import java.time.Duration;

/**
 * The same work on an empty and a full database. The two alternate, so that other load on the
 * machine affects both.
 */
record Growth(Stage stage) {

  private static final int ROUNDS = 4;

  void measure(Server empty, Workload emptyWork, Server full, Workload fullWork)
      throws IOException {
    try (Side small = Side.connect(empty, emptyWork);
        Side large = Side.connect(full, fullWork)) {
      stage.warmUp(empty, small.load, Long.MAX_VALUE);
      stage.warmUp(full, large.load, Long.MAX_VALUE);
      Duration time = stage.options().time().dividedBy(ROUNDS);
      for (int round = 0; round < ROUNDS; round++) {
        boolean smallFirst = round % 2 == 0;
        (smallFirst ? small : large).go(time);
        (smallFirst ? large : small).go(time);
      }
      tell(small, large);
    }
  }

  private void tell(Side small, Side large) {
    Results results = stage.results();
    results.add("write notes, empty database", small.outcome, small.cpu, null);
    results.add("write notes, full database", large.outcome, large.cpu, null);
    results.add(
        "writes slower when full",
        100 * (1 - large.outcome.perSecond() / small.outcome.perSecond()),
        "%");
  }

  /** The server of one of the databases. */
  private static final class Side implements AutoCloseable {

    private final Server server;
    private final LoadGenerator load;
    private final Outcome outcome = new Outcome();
    private Duration cpu = Duration.ZERO;

    private Side(Server server, LoadGenerator load) {
      this.server = server;
      this.load = load;
    }

    static Side connect(Server server, Workload work) throws IOException {
      return new Side(
          server, LoadGenerator.connect(server.port(), work.clients(), work.dialogues()));
    }

    void go(Duration time) throws IOException {
      Duration before = server.cpu();
      Outcome part = load.run(Limit.of(time));
      cpu = cpu.plus(server.cpu().minus(before));
      outcome.add(part);
      outcome.lasted(part.elapsed());
    }

    @Override
    public void close() throws IOException {
      load.close();
    }
  }
}
