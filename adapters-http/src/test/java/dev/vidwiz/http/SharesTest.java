package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one caller may take from the others: new videos, and the tasks of others. */
class SharesTest {

  private static final String INIT = "/api/wiz/init";
  private static final String TRANSCRIPTS = "/api/tasks/transcript";

  private final TestServer server = TestServer.start();
  private final String ann = server.logIn("ann");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void guests_open_twenty_new_videos_a_day_whatever_their_session() {
    for (int i = 0; i < 10; i++) {
      assertThat(converse("guest-" + i, video(i)).status()).isEqualTo(201);
      assertThat(server.call("POST", INIT, video(100 + i)).status()).isEqualTo(200);
    }

    Answer refused = converse("guest-new", video(10));

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.body())
        .matches(
            "\\{\"error\":\\{\"code\":\"RATE_LIMIT_EXCEEDED\","
                + "\"message\":\"Daily limit reached \\(20 guest new videos/day\\)\","
                + "\"details\":\\{\"reset_in_seconds\":[0-9]+}}}");
    assertThat(refused.header("Retry-After")).isNotNull();
    assertThat(server.call("POST", INIT, video(10)).status()).isEqualTo(429);
    assertThat(server.call("POST", INIT, video(10), "X-Guest-Session-ID", "x").status())
        .isEqualTo(429);
    assertThat(server.callAs("no token", "POST", INIT, video(10)).status()).isEqualTo(429);
    assertThat(converse("guest-0", video(3)).status()).isEqualTo(201);
    assertThat(server.callAs(ann, "POST", INIT, video(11)).status()).isEqualTo(200);
    assertThat(server.callAsAdmin("POST", INIT, video(12)).status()).isEqualTo(200);
  }

  @Test
  void a_users_worker_gets_what_nobody_else_has_asked_for() {
    server.callAs(ann, "POST", INIT, video(1));
    server.callAs(ann, "POST", INIT, video(2));
    server.callAs(server.logIn("bob"), "POST", INIT, video(3));
    server.call("POST", INIT, video(1));

    Answer task = server.callAs(ann, "GET", TRANSCRIPTS + "?timeout=1", null);

    assertThat(task.json().at("/task_details/video_id").textValue()).isEqualTo("share000002");
    assertThat(server.callAs(ann, "GET", TRANSCRIPTS + "?timeout=1", null).status()).isEqualTo(204);
    assertThat(report(ann, task).status()).isEqualTo(200);
  }

  @Test
  void a_users_worker_does_not_answer_for_others_who_have_asked_since() {
    server.callAs(ann, "POST", INIT, video(1));
    Answer task = server.callAs(ann, "GET", TRANSCRIPTS, null);
    server.call("POST", INIT, video(1));

    Answer refused = report(ann, task);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body()).contains("Others have requested this video, too");
    Answer operators = server.callAsAdmin("GET", TRANSCRIPTS + "?timeout=1", null);
    assertThat(operators.json().get("task_id")).isEqualTo(task.json().get("task_id"));
    assertThat(operators.json().get("claim_id")).isNotEqualTo(task.json().get("claim_id"));
  }

  @Test
  void a_result_with_the_claim_of_another_is_refused() {
    server.callAs(ann, "POST", INIT, video(1));
    Answer task = server.callAsAdmin("GET", "/v2/internal/tasks?type=transcript", null);
    String path = "/v2/internal/tasks/%d/result".formatted(task.json().get("task_id").longValue());
    String result = "{\"video_id\": \"share000001\", \"success\": true, \"claim_id\": \"%s\"}";

    Answer wrong = server.callAsAdmin("POST", path, result.formatted("another"));

    assertThat(wrong.status()).isEqualTo(400);
    String claim = task.json().get("claim_id").textValue();
    assertThat(server.callAsAdmin("POST", path, result.formatted(claim)).status()).isEqualTo(200);
  }

  @Test
  void metadata_keep_addresses_of_the_web_only() {
    Answer stored =
        server.callAsAdmin(
            "POST",
            "/v2/internal/videos/share000001/metadata",
            """
            {"metadata": {"title": "JavaScript: the good parts", "duration": 1.50,
             "thumbnail": "javascript:alert(1)", "channel_url": "//youtube.com/c",
             "thumbnails": [{"url": "data:text/html,x", "width": 1}, "https://i.ytimg.com/1.jpg",
                            "java\\tscript:x", {"default": "javascript:x", "id": "maxres"}]}}
            """);

    assertThat(stored.json().get("metadata"))
        .isEqualTo(
            Answer.parse(
                """
                {"title": "JavaScript: the good parts", "duration": 1.50,
                 "channel_url": "https://youtube.com/c",
                 "thumbnails": [{"width": 1}, "https://i.ytimg.com/1.jpg", {"id": "maxres"}]}
                """));
  }

  private Answer report(String token, Answer task) {
    return server.callAs(
        token,
        "POST",
        TRANSCRIPTS,
        "{\"task_id\": %d, \"video_id\": %s, \"success\": true, \"transcript\": []}"
            .formatted(
                task.json().get("task_id").longValue(), task.json().at("/task_details/video_id")));
  }

  private Answer converse(String session, String video) {
    return server.call("POST", "/v2/conversations", video, "X-Guest-Session-ID", session);
  }

  private static String video(int number) {
    return "{\"video_id\": \"share%06d\"}".formatted(number);
  }
}
