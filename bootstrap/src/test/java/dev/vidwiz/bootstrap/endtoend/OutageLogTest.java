package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.bootstrap.metrics.Scrape;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import dev.vidwiz.persistence.database.CuttableProxy;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever notices an outage, and however often, the log has a line for its begin and its end. */
class OutageLogTest {

  private static final Pattern LINE =
      Pattern.compile("\\d{4}-\\S+ (WARN|INFO|ERROR) ++(?!Requests:)(.*)");

  /** The lines of a stack trace begin with a tab, and all others with a time. */
  private static final Pattern OURS = Pattern.compile("^(\\t|\\d{4}-)");

  /** At the end of the line of a request. */
  private static final Pattern REASON = Pattern.compile(", id \\S+: \\S");

  @TempDir Path folder;

  @Test
  void an_outage_is_one_line_when_it_begins_and_one_when_it_ends() throws Exception {
    try (TestDatabase database = TestPostgres.createDatabase();
        CuttableProxy network = new CuttableProxy(database.host(), database.port());
        Server server = Server.start(folder, settings(database.url("127.0.0.1", network.port())))) {
      Api user = server.api().newUser();
      String video = OnBothDatabases.newVideoId();
      server.admin().transcript(video, "hello").expect(200);
      for (int note = 1; note <= 3; note++) {
        user.note(video, "").expect(201);
      }
      await(() -> failedSends(server) >= 9);

      awaitReady(server, 200);
      network.cut();
      awaitReady(server, 503);
      for (int i = 0; i < 30; i++) {
        assertThat(user.get("/v2/users/me").status()).isEqualTo(503);
      }
      server.program().errors().find(polls(4));
      network.restore();
      awaitReady(server, 200);
      server.program().errors().find(Pattern.compile("DATABASE is UP"));
      server.program().terminate();
      String log = server.program().errors().whole();
      assertThat(log.lines()).as("also of libraries").allMatch(line -> OURS.matcher(line).find());
      List<String> lines = lines(log);

      assertThat(lines.stream().filter(line -> line.contains("JOB_QUEUE"))).hasSize(1);
      assertThat(lines.stream().filter(line -> !line.contains("JOB_QUEUE")))
          .hasSize(2)
          .first()
          .asString()
          .startsWith("WARN Probe: health: DATABASE is DOWN: ");
      assertThat(lines.getLast()).isEqualTo("INFO Probe: health: DATABASE is UP");
      assertThat(log.lines().filter(line -> line.contains("GET /v2/users/me 503 ")))
          .hasSize(30)
          .allMatch(line -> REASON.matcher(line).find());
    }
  }

  /** The lines above DEBUG, without those about the start and those of requests. */
  private static List<String> lines(String log) {
    return LINE.matcher(log)
        .results()
        .map(line -> line.group(1) + " " + line.group(2))
        .filter(line -> !line.startsWith("INFO Serve:"))
        .toList();
  }

  /** A failed look for expired leases, which is logged at DEBUG. */
  private static Pattern polls(int number) {
    return Pattern.compile("(?s)(DEBUG Upkeep: upkeep leases failed.*){" + number + "}");
  }

  private static double failedSends(Server server) {
    return Scrape.of(server.admin().get("/v2/internal/metrics").text())
        .value("vidwiz_outbox_relayed_total", "kind", "ai_note", "outcome", "failed");
  }

  private static void awaitReady(Server server, int status) {
    await(() -> server.api().get("/ready").status() == status);
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Program.TIMEOUT_SECONDS);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it never happened").isLessThan(end);
    }
  }

  private static Map<String, String> settings(String databaseUrl) {
    Map<String, String> settings = new HashMap<>();
    settings.put("DB_URL", databaseUrl);
    settings.put("LOG_LEVEL", "DEBUG");
    settings.put("RATE_LIMIT_ENABLED", "true");
    settings.put("RATE_LIMIT_STORE", "database");
    settings.put("AI_NOTES_DEFAULT", "true");
    settings.put("AWS_ACCESS_KEY_ID", "key");
    settings.put("AWS_SECRET_ACCESS_KEY", "secret");
    settings.put("AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:1");
    settings.put("SQS_AI_NOTE_QUEUE_URL", "http://127.0.0.1:1/000000000000/notes");
    return settings;
  }
}
