package dev.vidwiz.bench.workload;

import dev.vidwiz.bench.http.Connection;
import dev.vidwiz.bench.http.Request;
import dev.vidwiz.bench.load.Outcome;
import dev.vidwiz.bench.server.Server;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

/** Measures the delay of a change to the single watcher of a video. */
record LoneWatchers(Server server, char initial) {

  private static final int COUNT = 200;
  private static final Duration BETWEEN = Duration.ofMillis(10);

  Outcome measure() throws IOException, InterruptedException {
    Outcome outcome = new Outcome();
    try (Admin admin = new Admin(server.port())) {
      for (int i = 0; i < COUNT; i++) {
        measure("%c%010d".formatted(initial, i), admin, outcome);
        Thread.sleep(BETWEEN);
      }
    }
    return outcome;
  }

  private void measure(String video, Admin admin, Outcome outcome)
      throws IOException, InterruptedException {
    admin.create(video);
    try (Connection watcher = Connection.open(server.port())) {
      watcher.send(Request.getAsGuest("/v2/videos/" + video + "/stream"));
      await("event: snapshot", watcher);
      Thread.sleep(BETWEEN);
      long start = System.nanoTime();
      admin.beginToStoreMetadata(video);
      await("event: update", watcher);
      outcome.add(System.nanoTime() - start);
      admin.end();
    }
  }

  private static void await(String event, Connection watcher) throws IOException {
    ByteBuffer in = ByteBuffer.allocate(16 << 10);
    while (!watcher.response().text().contains(event)) {
      if (watcher.receive(in)) {
        throw new IllegalStateException("the stream has ended before " + event);
      }
    }
  }
}
