package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.bootstrap.metrics.Scrape;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import dev.vidwiz.persistence.database.CuttableProxy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose database is down. */
class OutageTest {

  private static final int CALLERS = 8;

  @TempDir Path folder;

  @Test
  void metrics_are_served_and_stack_traces_are_not_repeated()
      throws IOException, InterruptedException {
    try (TestDatabase database = TestPostgres.createDatabase();
        CuttableProxy network = new CuttableProxy(database.host(), database.port());
        Server server = Server.start(folder, settings(through(network, database)))) {
      Api user = server.api().newUser();
      assertThat(scrape(server).value("vidwiz_tasks")).isZero();

      network.cut();

      List<Integer> statuses = Crowd.of(CALLERS, i -> user.get("/v2/users/me").status());
      assertThat(statuses).containsOnly(503);
      Scrape scrape = scrapeUntilNaN(server);
      assertThat(scrape.value("jvm_memory_used_bytes")).isPositive();
      assertThat(scrape.value("http_server_requests_seconds_count", "status", "503"))
          .isEqualTo(CALLERS);

      server
          .program()
          .errors()
          .find(Pattern.compile("(?s)(could not be served.*?){" + CALLERS + "}"));
      server.program().kill();
      List<String> log = server.program().errors().whole().lines().toList();
      assertThat(log)
          .filteredOn(line -> line.contains(" could not be served for now: "))
          .hasSize(CALLERS);
      assertThat(tracesAfter(log, "could not be served")).isEqualTo(1);
      assertThat(tracesAfter(log, "upkeep leases failed")).isLessThanOrEqualTo(1);
    }
  }

  /** What belongs to an outage is logged at DEBUG. */
  private static Map<String, String> settings(String databaseUrl) {
    return Map.of("DB_URL", databaseUrl, "LOG_LEVEL", "DEBUG");
  }

  private static long tracesAfter(List<String> log, String message) {
    long traces = 0;
    for (int i = 1; i < log.size(); i++) {
      if (log.get(i - 1).contains(message) && log.get(i).startsWith("\t")) {
        traces++;
      }
    }
    return traces;
  }

  /** Scrapes until the gauges of tasks are NaN. */
  private static Scrape scrapeUntilNaN(Server server) {
    long end = System.nanoTime() + Program.TIMEOUT_SECONDS * 1_000_000_000;
    Scrape scrape = scrape(server);
    while (!Double.isNaN(scrape.value("vidwiz_tasks"))) {
      assertThat(System.nanoTime()).isLessThan(end);
      scrape = scrape(server);
    }
    return scrape;
  }

  private static Scrape scrape(Server server) {
    return Scrape.of(server.admin().get("/v2/internal/metrics").text());
  }

  private static String through(CuttableProxy network, TestDatabase database) {
    return database
        .url()
        .replace(database.host() + ":" + database.port(), "127.0.0.1:" + network.port());
  }
}
