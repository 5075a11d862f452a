package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vidwiz.youtube.FakeYouTube;
import dev.vidwiz.youtube.PageBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program does and reports when YouTube refuses requests. */
class YouTubeRefusalsTest {

  private static final List<String> CLIENTS = List.of("VISIONOS", "ANDROID", "IOS", "WEB");
  private static final String NOT_A_BOT =
      PageBuilder.unplayable("LOGIN_REQUIRED", "Sign in to confirm you\u2019re not a bot").json();

  private static final String CAPTIONS =
      """
      {"events": [{"tStartMs": 42000, "dDurationMs": 2000, "segs": [{"utf8": "Never gonna"}]}]}
      """;

  private static final Pattern ASKED = Pattern.compile("\"videoId\":\"([^\"]*)\"");

  @TempDir Path folder;
  private final FakeYouTube youTube = new FakeYouTube();

  @AfterEach
  void close() throws Exception {
    youTube.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"VISIONOS", "ANDROID", "IOS"})
  void one_client_that_answers_is_enough_when_the_page_is_refused(String client) {
    youTube.answers(FakeYouTube.WATCH, 429, "");
    CLIENTS.forEach(each -> youTube.answers(FakeYouTube.player(each), "{}"));
    youTube.answers(FakeYouTube.player(client), PageBuilder.playable().track("en").json());
    youTube.answers(FakeYouTube.CAPTIONS, CAPTIONS);
    try (Server server = Server.start(folder, settings())) {
      Api user = server.api().newUser();
      String video = OnBothDatabases.newVideoId();
      user.note(video, "note").expect(201);

      JsonNode ready = awaitFetched(user, video);

      assertThat(ready.get("title").textValue()).startsWith("How to");
      assertThat(ready.get("transcript_error").isNull()).isTrue();
    }
  }

  @Test
  void a_block_is_reported_for_all_videos_and_a_restart_begins_with_one() throws Exception {
    refuseAll();
    try (Server server = Server.start(folder, settings())) {
      Api user = server.api().newUser();
      List<String> videos = Stream.generate(OnBothDatabases::newVideoId).limit(4).toList();
      videos.forEach(video -> user.note(video, "note").expect(201));

      List<String> told = videos.stream().map(video -> awaitError(user, video)).distinct().toList();

      assertThat(told)
          .singleElement()
          .asString()
          .matches(
              "YouTube is refusing this server at the moment; next try at \\d\\d:\\d\\d UTC\\.");
      assertThat(videosAsked()).hasSize(1);
      awaitDegraded(server.api());
      assertThat(server.admin().get("/v2/internal/metrics").text())
          .contains("vidwiz_fetch_state{state=\"blocked\"} 1");
      assertThat(user.chat(videos.getFirst()).ask("What?").expect(202).get("message").textValue())
          .isEqualTo(told.getFirst());

      stopRefusing();
      server.program().terminate();
      String log = server.program().output().whole() + server.program().errors().whole();
      assertThat(log.lines().filter(line -> line.contains("WARN")))
          .singleElement()
          .asString()
          .contains("YouTube refuses this server", "not a bot");
      try (Server restarted = Server.start(folder, settings())) {
        for (String video : videos) {
          JsonNode fetched = awaitFetched(user.at(restarted), video);
          assertThat(fetched.get("transcript_error").isNull()).isTrue();
        }
      }
    }
  }

  /** The result of a check is cached for some seconds. */
  private static void awaitDegraded(Api api) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Program.TIMEOUT_SECONDS);
    while (!"degraded"
        .equals(api.get("/ready").expect(200).at("/checks/youtube/status").textValue())) {
      assertThat(System.nanoTime()).as("youtube is degraded").isLessThan(end);
    }
  }

  private void refuseAll() {
    youTube.answers(FakeYouTube.WATCH, 429, "");
    youTube.answers("/oembed", 429, "");
    CLIENTS.forEach(client -> youTube.answers(FakeYouTube.player(client), NOT_A_BOT));
  }

  private void stopRefusing() {
    youTube
        .answers(FakeYouTube.WATCH, PageBuilder.playable().html())
        .answers(FakeYouTube.player("VISIONOS"), PageBuilder.playable().track("en").json())
        .answers(FakeYouTube.CAPTIONS, CAPTIONS);
  }

  private List<String> videosAsked() {
    return youTube.requests().stream()
        .map(request -> ASKED.matcher(request.body()))
        .filter(Matcher::find)
        .map(asked -> asked.group(1))
        .distinct()
        .collect(Collectors.toList());
  }

  private Map<String, String> settings() {
    return Map.of("WORKERS", "builtin", "YOUTUBE_BASE_URL", youTube.url().toString());
  }

  private static JsonNode awaitFetched(Api user, String video) {
    try (HeldRequest stream = user.hold("/v2/videos/" + video + "/stream")) {
      JsonNode now = next(stream);
      while (!now.get("transcript_available").booleanValue() || now.get("metadata").isNull()) {
        now = next(stream);
      }
      return now;
    }
  }

  private static String awaitError(Api user, String video) {
    try (HeldRequest stream = user.hold("/v2/videos/" + video + "/stream")) {
      JsonNode now = next(stream);
      while (now.get("transcript_error").isNull()) {
        now = next(stream);
      }
      return now.get("transcript_error").textValue();
    }
  }

  private static JsonNode next(HeldRequest stream) {
    return Api.json(stream.next().substring("data: ".length())).get("video");
  }
}
