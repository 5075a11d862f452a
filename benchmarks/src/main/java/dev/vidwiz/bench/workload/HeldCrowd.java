package dev.vidwiz.bench.workload;

import dev.vidwiz.bench.held.Arrivals;
import dev.vidwiz.bench.held.Holder;
import dev.vidwiz.bench.held.Pollers;
import dev.vidwiz.bench.held.Watchers;
import dev.vidwiz.bench.http.Connection;
import dev.vidwiz.bench.http.Request;
import dev.vidwiz.bench.load.Dialogue;
import dev.vidwiz.bench.load.LoadGenerator;
import dev.vidwiz.bench.load.Outcome;
import dev.vidwiz.bench.server.Program;
import dev.vidwiz.bench.server.Server;
import java.io.IOException;
import java.time.Duration;

/**
 * Thousands of workers that wait for tasks, and thousands of browsers that watch one video. The
 * measurement ends before the first poll does, after a minute.
 */
final class HeldCrowd {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final Duration SETTLING = Duration.ofSeconds(3);
  private static final Duration BETWEEN_PROBES = Duration.ofMillis(20);
  private static final int PROBES = 300;
  private static final String WATCHED = "wwwwwwwwwww";

  private final Stage stage;
  private final Results results;
  private final Options.Crowd crowd;
  private final Server server;
  private final Pollers pollers = new Pollers();
  private final Watchers watchers = new Watchers();

  HeldCrowd(Stage stage, Server server) {
    this.stage = stage;
    this.results = stage.results();
    this.crowd = stage.options().crowd();
    this.server = server;
  }

  void measure() throws IOException, InterruptedException {
    warmUp();
    try (Holder holder = new Holder()) {
      gather(holder);
      Thread.sleep(SETTLING);
      String held = "%,d held: ".formatted(crowd.pollers() + crowd.watchers());
      results.add(held + "CPU", Idleness.cpuPercent(server, quiet()), "%");
      server.pssMegabytes().ifPresent(mb -> results.add(held + "memory", mb, "MB"));
      results.addPercentiles(held + "users/me", probe());
      results.addPercentiles(held + "change to 1", new LoneWatchers(server, 'x').measure());
      tellAll();
    }
    if (pollers.surprises() + watchers.surprises() > 0) {
      results.say(
          "  ended early: %d pollers, %d streams"
              .formatted(pollers.surprises(), watchers.surprises()));
    }
  }

  /** Warms up the server before the requests are opened. */
  private void warmUp() throws IOException, InterruptedException {
    byte[] request = Request.get("/v2/users/me", Tokens.USER);
    try (LoadGenerator load =
        LoadGenerator.connect(server.port(), 1, () -> Dialogue.repeating(request, 200))) {
      stage.warmUp(server, load, Long.MAX_VALUE);
    }
    new LoneWatchers(server, 'y').measure();
  }

  private void gather(Holder holder) throws IOException, InterruptedException {
    try (Admin admin = new Admin(server.port())) {
      admin.create(WATCHED);
    }
    holder.hold(crowd.pollers() / 2, server.port(), poll("metadata"), pollers);
    holder.hold(crowd.pollers() - crowd.pollers() / 2, server.port(), poll("transcript"), pollers);
    Arrivals snapshots = watchers.expect(crowd.watchers());
    byte[] watch = Request.getAsGuest("/v2/videos/" + WATCHED + "/stream");
    holder.hold(crowd.watchers(), server.port(), watch, watchers);
    snapshots.await(TIMEOUT);
  }

  /**
   * With the usual eight seconds, it includes the keep-alive comment of every stream, after
   * fifteen.
   */
  private Duration quiet() {
    return stage.options().time().multipliedBy(2);
  }

  private static byte[] poll(String type) {
    return Request.get("/v2/internal/tasks?timeout=60&type=" + type, Program.ADMIN_TOKEN);
  }

  private Outcome probe() throws IOException, InterruptedException {
    byte[] request = Request.get("/v2/users/me", Tokens.USER);
    Outcome outcome = new Outcome();
    for (int i = 0; i < PROBES; i++) {
      long start = System.nanoTime();
      try (Connection connection = Connection.open(server.port())) {
        connection.call(request);
      }
      outcome.add(System.nanoTime() - start);
      Thread.sleep(BETWEEN_PROBES);
    }
    return outcome;
  }

  private void tellAll() throws IOException, InterruptedException {
    Outcome outcome = new Outcome();
    try (Admin admin = new Admin(server.port())) {
      Arrivals ofMetadata = watchers.expect(crowd.watchers());
      admin.storeMetadata(WATCHED);
      outcome.add(ofMetadata.await(TIMEOUT));
      Arrivals ofSummary = watchers.expect(crowd.watchers());
      admin.storeSummary(WATCHED);
      outcome.add(ofSummary.await(TIMEOUT));
    }
    String name = "change to %,d watchers".formatted(crowd.watchers());
    results.addPercentiles(name, outcome);
    results.add(name + " max", outcome.percentileMillis(100), "ms");
  }
}
