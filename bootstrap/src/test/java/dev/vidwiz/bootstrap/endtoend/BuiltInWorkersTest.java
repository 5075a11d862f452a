package dev.vidwiz.bootstrap.endtoend;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vidwiz.llm.FakeLlmServer;
import dev.vidwiz.llm.FakeReply;
import dev.vidwiz.youtube.FakeYouTube;
import dev.vidwiz.youtube.PageBuilder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the built-in workers do after a note is created. */
class BuiltInWorkersTest {

  private static final String SUMMARY = "What the singer never does, in so many words. ".repeat(6);
  private static final String NOTE = "The singer promises that he is never going to give you up.";
  private static final String CAPTIONS =
      """
      {"events": [{"tStartMs": 42000, "dDurationMs": 2000, "segs": [{"utf8": "Never gonna"}]},
       {"tStartMs": 44000, "dDurationMs": 2000, "segs": [{"utf8": "give you up"}]}]}
      """;

  private static final int VIDEOS = 10;

  @TempDir Path folder;
  private final FakeYouTube youTube = new FakeYouTube();
  private final FakeLlmServer llm = FakeLlmServer.start(BuiltInWorkersTest::write);

  @BeforeEach
  void publish() {
    youTube
        .answers(FakeYouTube.WATCH, PageBuilder.playable().html())
        .answers(FakeYouTube.player("IOS"), PageBuilder.playable().track("en").json())
        .answers(FakeYouTube.CAPTIONS, CAPTIONS);
  }

  @AfterEach
  void close() throws Exception {
    youTube.close();
    llm.close();
  }

  @ParameterizedTest
  @EnumSource
  void a_blank_note_gets_transcript_metadata_summary_and_text_once_each(ServerDatabase.Kind kind)
      throws Exception {
    try (ServerDatabase database = kind.create(folder);
        Server first = Server.start(folder, settings(database));
        Server second = kind == ServerDatabase.Kind.SQLITE ? null : start(database)) {
      Api user = first.api().newUser();
      Server last = second == null ? first : second;
      List<String> videos = Stream.generate(OnBothDatabases::newVideoId).limit(VIDEOS).toList();

      for (int i = 0; i < VIDEOS; i++) {
        user.at(i % 2 == 0 ? first : last).note(videos.get(i), " ").expect(201);
      }

      for (String video : videos) {
        assertDone(user.at(last), video);
        assertThat(awaitText(user, video)).isEqualTo(NOTE);
      }
      assertThat(llm.questions().stream().collect(groupingBy(r -> isSummary(r), counting())))
          .isEqualTo(Map.of(true, (long) VIDEOS, false, (long) VIDEOS));
      assertThat(youTube.requests())
          .filteredOn(r -> r.target().contains("timedtext"))
          .hasSize(VIDEOS);
      assertThat(database.query("SELECT count(*) FROM outbox")).containsExactly("0");
    }
  }

  @Test
  void a_remote_worker_fetches_for_a_server_without_workers() {
    Map<String, String> worker =
        Map.of("ADMIN_TOKEN", Server.ADMIN_TOKEN, "YOUTUBE_BASE_URL", youTube.url().toString());
    try (Server server = Server.start(folder, Map.of());
        Program program =
            Program.start(
                folder, worker, "worker", "--server", "http://127.0.0.1:" + server.port())) {
      Api user = server.api().newUser();
      String video = OnBothDatabases.newVideoId();
      user.note(video, "note").expect(201);
      try (HeldRequest stream = user.hold("/v2/videos/" + video + "/stream")) {
        JsonNode now = next(stream);
        while (!now.get("transcript_available").booleanValue() || now.get("metadata").isNull()) {
          now = next(stream);
        }
        assertThat(now.get("title").textValue()).startsWith("How to");
      }
      program.terminate();
      assertThat(program.exitStatus()).isZero();
    }
  }

  private Server start(ServerDatabase database) {
    return Server.start(folder, settings(database));
  }

  private Map<String, String> settings(ServerDatabase database) {
    Map<String, String> settings = new HashMap<>(database.settings());
    settings.put("WORKERS", "builtin");
    settings.put("AI_NOTES_DEFAULT", "true");
    settings.put("YOUTUBE_BASE_URL", youTube.url().toString());
    settings.put("OPENROUTER_BASE_URL", llm.baseUrl().toString());
    return settings;
  }

  private static boolean isSummary(FakeLlmServer.Request request) {
    return request.body().contains("Summarize");
  }

  private static FakeReply write(FakeLlmServer.Request request) {
    return FakeReply.json(
        """
        {"choices": [{"message": {"content": "%s"}, "finish_reason": "stop"}]}\
        """
            .formatted(isSummary(request) ? SUMMARY : NOTE));
  }

  private static void assertDone(Api user, String video) {
    try (HeldRequest stream = user.hold("/v2/videos/" + video + "/stream")) {
      String event = stream.next();
      while (!event.startsWith("data: {\"event\":\"done\"")) {
        event = stream.next();
      }
      JsonNode done = Api.json(event.substring("data: ".length())).get("video");
      assertThat(done.get("summary").textValue()).isEqualTo(SUMMARY.strip());
      assertThat(done.get("title").textValue()).startsWith("How to");
      assertThat(done.get("transcript_available").booleanValue()).isTrue();
      assertThat(stream.hasEnded()).isTrue();
    }
  }

  private static JsonNode next(HeldRequest stream) {
    return Api.json(stream.next().substring("data: ".length())).get("video");
  }

  /** There are no events for notes. */
  private static String awaitText(Api user, String video) {
    long end = System.nanoTime() + Program.TIMEOUT_SECONDS * 1_000_000_000;
    JsonNode note = user.get("/v2/videos/" + video + "/notes").expect(200).get(0);
    while (note.get("text").isNull() && System.nanoTime() < end) {
      note = user.get("/v2/videos/" + video + "/notes").expect(200).get(0);
    }
    assertThat(note.get("generated_by_ai").booleanValue()).isTrue();
    return note.get("text").textValue();
  }
}
