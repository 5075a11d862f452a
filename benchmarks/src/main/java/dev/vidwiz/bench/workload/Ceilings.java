package dev.vidwiz.bench.workload;

import dev.vidwiz.bench.ceiling.BareHandler;
import dev.vidwiz.bench.ceiling.PointRead;
import dev.vidwiz.bench.http.Request;
import dev.vidwiz.bench.load.Dialogue;
import dev.vidwiz.bench.load.Outcome;
import dev.vidwiz.bench.seed.SeededDatabase;
import dev.vidwiz.bench.server.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/** Measures the ceilings. */
record Ceilings(Stage stage, Path logs) {

  /** The upper bound of every read, with or without HTTP. */
  private static final String POINT_READ = "bare JDBC point read";

  private static final int READING_THREADS = 4;

  /** A response of the length of a profile. */
  private static final String ANSWER =
      """
      {"id":1,"email":"user1@example.com","name":"User Number 1","profile_image_url":null,\
      "ai_notes_enabled":false,"token_exists":false,"long_term_token":null,\
      "created_at":"2025-10-17T09:16:24+0000"}\
      """;

  void measure(Server server, SeededDatabase database)
      throws IOException, SQLException, InterruptedException {
    measureHandler(server);
    measureReads(database);
  }

  private void measureHandler(Server server) throws IOException {
    byte[] request = Request.get("/", Tokens.USER);
    try (Server bare = BareHandler.start(server.jvm(), ANSWER, logs)) {
      stage.measure(
          bare,
          new Workload(
              Stage.BARE_HANDLER,
              stage.options().connections(),
              () -> Dialogue.repeating(request, 200)),
          POINT_READ);
    }
  }

  private void measureReads(SeededDatabase database) throws SQLException, InterruptedException {
    PointRead.run(database, READING_THREADS, stage.options().time().dividedBy(2));
    Duration before = ownCpu();
    Outcome outcome = PointRead.run(database, READING_THREADS, stage.options().time());
    stage.results().add(POINT_READ, outcome, ownCpu().minus(before), null);
  }

  private static Duration ownCpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
