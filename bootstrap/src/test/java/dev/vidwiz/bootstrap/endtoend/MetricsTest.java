package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vidwiz.bootstrap.metrics.Scrape;
import dev.vidwiz.llm.FakeLlmServer;
import dev.vidwiz.llm.FakeReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The metrics of a server that has been used, and their documentation. */
class MetricsTest {

  private static final Path DOCS = Path.of("../docs");
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:http_server|vidwiz|jvm|process|system)_[a-z_]+[a-z]\\b");

  /** Its labels are unknown before the first request of a built-in worker. */
  private static final String ONLY_OF_A_WORKER = "vidwiz_fetch_attempts_total";

  private static final String LAST_RUN = "vidwiz_last_run_timestamp_seconds";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void a_scrape_contains_all_documented_metrics(ServerDatabase.Kind kind) throws IOException {
    try (FakeLlmServer llm = FakeLlmServer.start(FakeReply.saying("Yes."));
        ServerDatabase database = kind.create(folder);
        Server server = Server.start(folder, settings(database, llm))) {
      String video = use(server);
      Scrape scrape;
      try (HeldRequest worker =
          server.admin().hold("/v2/internal/tasks?type=metadata&timeout=60")) {
        scrape = scrapeUntil(server, "http_server_held_requests_open", "held", "poll");
        assertThat(worker.status()).isNotDone();
      }

      assertRequests(scrape, video);
      assertWork(scrape);
      String pool = kind == ServerDatabase.Kind.SQLITE ? "sqlite-writer" : "postgresql";
      assertThat(scrape.value("vidwiz_database_connections_limit", "pool", pool)).isPositive();
      assertThat(scrape.value("jvm_memory_used_bytes")).isPositive();
      assertThat(scrape.value("process_uptime_seconds")).isPositive();
      assertThat(scrape.size()).isLessThan(1_000);

      assertThat(scrape.names()).containsAll(namesIn("grafana-dashboard.json"));
      assertThat(scrape.names()).containsAll(namesIn("alerts.yml"));
      assertThat(scrape.names().stream().map(MetricsTest::family).toList())
          .containsAll(
              namesIn("operations.md").stream()
                  .map(MetricsTest::family)
                  .filter(name -> !name.equals(ONLY_OF_A_WORKER))
                  .toList());
    }
  }

  /** Uses the server in several ways, and returns the video. */
  private static String use(Server server) {
    String video = OnBothDatabases.newVideoId();
    Api user = server.api().newUser();
    user.note(video, " ").expect(201);
    user.note(OnBothDatabases.newVideoId(), "note").expect(201);
    server.admin().succeed(server.admin().poll("metadata", 1).expect(200)).expect(200);
    server.admin().succeed(server.admin().poll("metadata", 1).expect(200)).expect(200);
    server.admin().transcript(video, "hello").expect(200);
    JsonNode task = server.admin().poll("transcript", 1).expect(200);
    server
        .admin()
        .post(
            "/v2/internal/tasks/" + task.get("task_id") + "/result",
            "{\"video_id\": \"%s\", \"success\": false}"
                .formatted(task.get("task_details").get("video_id").textValue()))
        .expect(200);
    Chat chat = Api.guest(server.port(), "guest", "10.0.0.1").chat(video);
    assertThat(chat.spendQuota("Why?")).isEqualTo(1);
    server.api().get("/v9/" + video).expect(404);
    server.api().get("/v2/videos/" + video).expect(401);
    return video;
  }

  private static void assertRequests(Scrape scrape, String video) {
    assertThat(requests(scrape, "POST", "/v2/auth/register", 201)).isEqualTo(1);
    assertThat(requests(scrape, "POST", "/v2/videos/{video_id}/notes", 201)).isEqualTo(2);
    assertThat(requests(scrape, "GET", "/v2/videos/{video_id}", 401)).isEqualTo(1);
    assertThat(requests(scrape, "GET", "none", 404)).isEqualTo(1);
    String ask = "/v2/conversations/{conversation_id}/messages";
    assertThat(requests(scrape, "POST", ask, 429)).isEqualTo(1);
    assertThat(requests(scrape, "POST", ask, 200)).isNaN();
    assertThat(
            scrape.value(
                "http_server_held_requests_seconds_count",
                "held",
                "answer_stream",
                "status",
                "200"))
        .isEqualTo(1);
    assertThat(scrape.value("http_server_held_requests_seconds_count", "held", "poll"))
        .isEqualTo(3);
    assertThat(scrape.value("http_server_held_requests_open", "held", "answer_stream")).isZero();
    assertThat(scrape.value("vidwiz_request_bodies_bytes")).isZero();
    assertThat(scrape.values("route")).noneMatch(route -> route.contains(video));
  }

  private static void assertWork(Scrape scrape) {
    assertThat(scrape.value("vidwiz_task_claims_total", "type", "metadata")).isEqualTo(2);
    assertThat(results(scrape, "metadata", "completed")).isEqualTo(2);
    assertThat(results(scrape, "transcript", "put_back")).isEqualTo(1);
    assertThat(tasks(scrape, "metadata", "completed")).isEqualTo(2);
    assertThat(tasks(scrape, "transcript", "pending")).isEqualTo(2);
    assertThat(scrape.value("vidwiz_tasks_oldest_waiting_seconds", "type", "transcript"))
        .isPositive();
    assertThat(scrape.value("vidwiz_task_waiting_workers", "type", "metadata")).isEqualTo(1);
    assertThat(scrape.value("vidwiz_outbox_jobs", "kind", "summary")).isEqualTo(1);
    assertThat(scrape.value("vidwiz_outbox_oldest_waiting_seconds", "kind", "ai_note"))
        .isPositive();
    assertThat(scrape.value("vidwiz_outbox_relayed_total", "kind", "ai_note", "outcome", "failed"))
        .isPositive();
    assertThat(
            scrape.value(
                "vidwiz_llm_calls_seconds_count", "purpose", "answer", "outcome", "answered"))
        .isEqualTo(1);
    assertThat(scrape.value("vidwiz_llm_tokens_total", "purpose", "answer", "direction", "in"))
        .isEqualTo(11);
    assertThat(scrape.value("vidwiz_quota_refusals_total", "quota", "guest")).isEqualTo(1);
    assertThat(scrape.value("vidwiz_quota_refusals_total", "quota", "user")).isZero();
    assertThat(scrape.value("vidwiz_dependency_up", "dependency", "database")).isEqualTo(1);
    assertThat(scrape.value("vidwiz_dependency_up", "dependency", "sqs")).isZero();
    assertThat(scrape.value("vidwiz_dependency_up", "dependency", "youtube")).isNaN();
    assertThat(scrape.value("vidwiz_transcripts_waiting")).isZero();
    assertThat(scrape.value(LAST_RUN, "job", "retention")).isPositive();
    assertThat(scrape.value(LAST_RUN, "job", "backup")).isZero();
  }

  /** Scrapes until this gauge is not 0 and a send to the queue has failed. */
  private static Scrape scrapeUntil(Server server, String gauge, String label, String value) {
    long end = System.nanoTime() + Program.TIMEOUT_SECONDS * 1_000_000_000;
    Scrape scrape;
    do {
      scrape = scrape(server);
    } while (System.nanoTime() < end
        && !(scrape.value(gauge, label, value) > 0
            && scrape.value("vidwiz_outbox_relayed_total", "kind", "ai_note") > 0
            && tasks(scrape, "metadata", "completed") == 2
            && scrape.value(LAST_RUN, "job", "retention") > 0
            && scrape.value("vidwiz_outbox_jobs", "kind", "summary") > 0));
    return scrape;
  }

  private static Scrape scrape(Server server) {
    Api.Answer answer = server.admin().get("/v2/internal/metrics");
    assertThat(answer.status()).isEqualTo(200);
    return Scrape.of(answer.text());
  }

  private static Map<String, String> settings(ServerDatabase database, FakeLlmServer llm) {
    Map<String, String> settings = new HashMap<>(database.settings());
    settings.put("OPENROUTER_BASE_URL", llm.baseUrl().toString());
    settings.put("WIZ_GUEST_DAILY_QUOTA", "1");
    settings.put("AI_NOTES_DEFAULT", "true");
    settings.put("AWS_ACCESS_KEY_ID", "key");
    settings.put("AWS_SECRET_ACCESS_KEY", "secret");
    settings.put("AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:1");
    settings.put("SQS_AI_NOTE_QUEUE_URL", "http://127.0.0.1:1/000000000000/notes");
    return settings;
  }

  private static double requests(Scrape scrape, String method, String route, int status) {
    return scrape.value(
        "http_server_requests_seconds_count",
        "method",
        method,
        "route",
        route,
        "status",
        String.valueOf(status));
  }

  private static double results(Scrape scrape, String type, String outcome) {
    return scrape.value("vidwiz_task_results_total", "type", type, "outcome", outcome);
  }

  private static double tasks(Scrape scrape, String type, String state) {
    return scrape.value("vidwiz_tasks", "type", type, "state", state);
  }

  private static Set<String> namesIn(String document) throws IOException {
    Set<String> names =
        METRIC
            .matcher(expressions(document))
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(names).as(document).hasSizeGreaterThan(8);
    return names;
  }

  private static String expressions(String document) throws IOException {
    String text = Files.readString(DOCS.resolve(document));
    if (document.endsWith(".json")) {
      return String.join("\n", Api.json(text).findValuesAsText("expr"));
    }
    // Elsewhere, roles of PostgreSQL have such names, too.
    return document.endsWith(".md")
        ? text.substring(text.indexOf("\n## Metrics"), text.indexOf("\n## Logs"))
        : text;
  }

  /** The guide names timers without suffixes. */
  private static String family(String name) {
    return List.of("_bucket", "_count", "_sum", "_max").stream()
        .filter(name::endsWith)
        .findFirst()
        .map(end -> name.substring(0, name.length() - end.length()))
        .orElse(name);
  }
}
