package dev.vidwiz.youtube;

import static dev.vidwiz.youtube.FakeYouTube.CAPTIONS;
import static dev.vidwiz.youtube.FakeYouTube.WATCH;
import static dev.vidwiz.youtube.FakeYouTube.player;
import static dev.vidwiz.youtube.PageBuilder.playable;
import static dev.vidwiz.youtube.PageBuilder.unplayable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.vidwiz.application.fetch.Fetched;
import dev.vidwiz.youtube.AppVersion.Client;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptsTest extends YouTubeTest {

  private static final String PLAYABLE = playable().track("en").json();

  /** Scripts the answer to an app. */
  interface Script extends BiConsumer<FakeYouTube, Client> {}

  private static Arguments script(String name, Script script) {
    return argumentSet(name, script);
  }

  private static Arguments json(String name, PageBuilder answer) {
    return script(name, (youTube, app) -> youTube.answers(player(app.name()), answer.json()));
  }

  private static Arguments status(int status, String body, String... headers) {
    return script(
        status + " " + body,
        (youTube, app) -> youTube.answers(player(app.name()), status, body, headers));
  }

  private static Arguments redirect(String location) {
    return script(
        "to " + location, (youTube, app) -> youTube.redirects(player(app.name()), location));
  }

  /** The captions of each app have their own address. */
  private static Arguments captions(String name, int status, String captions) {
    return script(
        name,
        (youTube, app) ->
            youTube
                .answers("/" + app, status, captions)
                .answers(player(app.name()), playable().link("/" + app, "en", false).json()));
  }

  static Stream<Arguments> blocked() {
    return Stream.of(
        status(429, ""),
        status(429, "<html>Sorry</html>", "Content-Encoding: gzip"),
        status(429, "", "Content-Encoding: gzip"),
        status(200, "<!DOCTYPE html><html><div class=\"g-recaptcha\"></div></html>"),
        status(429, "<html><div class=\"g-recaptcha\"></div></html>"),
        status(503, "<html><div class=\"g-recaptcha\"></div></html>"),
        status(403, "<html>unusual traffic from your computer network</html>"),
        redirect("https://www.google.com/sorry/index?continue=https://www.youtube.com/"),
        redirect("/sorry"),
        redirect("https://consent.youtube.com/m?continue=https://www.youtube.com/"),
        redirect("https://accounts.google.com/ServiceLogin"),
        json("typographic", unplayable("LOGIN_REQUIRED", "Sign in to confirm you’re not a bot")),
        json("plain", unplayable("LOGIN_REQUIRED", "Sign in to confirm you're not a bot")),
        json("later", unplayable("UNPLAYABLE", "This content isn’t available, try again later.")),
        json(
            "captcha on the screen",
            unplayable("LOGIN_REQUIRED", "Please sign in")
                .with("/playabilityStatus/errorScreen/playerCaptchaViewModel", "{}")),
        json(
            "another video",
            playable().track("en").with("/videoDetails/videoId", "\"AAAAAAAAAAA\"")),
        captions("captions 429", 429, ""),
        captions("captions captcha", 200, "<html>Sorry: automated queries</html>"));
  }

  @ParameterizedTest
  @MethodSource
  void blocked(Script script) throws Exception {
    allApps(script);
    watchPage(playable().track("en"));
    youTube.answers(CAPTIONS, JSON3);

    assertBlocked(fetchTranscript());
    assertThat(requested()).contains("VISIONOS", "ANDROID", "IOS").doesNotContain("watch");
  }

  static Stream<Arguments> withheld() {
    return Stream.of(
        status(400, "{\"error\": {\"code\": 400, \"status\": \"FAILED_PRECONDITION\"}}"),
        status(204, ""),
        status(403, ""),
        status(404, "<html>Not here</html>"),
        status(418, ""),
        status(200, "{}"),
        status(200, "[]"),
        status(200, ""),
        status(200, "<html>Hello</html>"),
        status(200, "no gzip", "Content-Encoding: gzip"),
        status(200, "", "Content-Encoding: gzip"),
        redirect("http://evil.example/"),
        redirect(""),
        json("no video id", playable().track("en").without("/videoDetails/videoId")),
        json("reload", unplayable("UNPLAYABLE", "The page needs to be reloaded.")),
        json("unknown status", unplayable("RETIRED", "")),
        json("unknown reason", unplayable("UNPLAYABLE", "Something new")),
        json("sign in", unplayable("LOGIN_REQUIRED", "Please sign in")),
        json("old", unplayable("ERROR", "The following content is not available on this app.")),
        json(
            "old, on the screen",
            unplayable("ERROR", "This video is unavailable")
                .with(
                    "/playabilityStatus/errorScreen/playerErrorMessageRenderer/subreason",
                    "{\"runs\": [{\"text\": \"Watch on the latest version of YouTube.\"}]}")),
        json("gated", playable().link("/x?exp=xpe&lang=en", "en", false)),
        json("gated too", playable().link("/x?exp=abc%2Cxpv", "en", true)),
        captions("empty captions", 200, ""),
        captions("captions in another format", 200, "just words"),
        captions("missing captions", 404, ""));
  }

  @ParameterizedTest
  @MethodSource
  void withheld(Script script) throws Exception {
    allApps(script);

    assertWithheld(fetchTranscript());
    assertThat(requested()).contains("VISIONOS", "ANDROID", "IOS").endsWith("watch");
  }

  @ParameterizedTest
  @MethodSource({"blocked", "withheld"})
  void the_next_app_is_tried(Script script) throws Exception {
    script.accept(youTube, Client.VISIONOS);
    app(Client.ANDROID, PLAYABLE);
    youTube.answers(CAPTIONS, JSON3);

    assertThat(found(fetchTranscript()).value()).isEqualTo(TWO_LINES);
    assertThat(requested()).startsWith("VISIONOS").endsWith("ANDROID", "timedtext");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html><div class=\"g-recaptcha\"></div></html>"})
  void the_longest_retry_delay_of_any_source_counts(String body) throws Exception {
    youTube.answers(player("VISIONOS"), 429, body, "Retry-After: 60");
    youTube.answers(player("ANDROID"), 429, body, "Retry-After: 120");
    youTube.answers(player("IOS"), 429, body);

    assertBlocked(fetchTranscript(), Duration.ofMinutes(2));
  }

  @Test
  void captions_can_have_a_retry_delay() throws Exception {
    app(Client.VISIONOS, PLAYABLE);
    youTube.answers(CAPTIONS, 429, "", "Retry-After: 7");

    assertBlocked(fetchTranscript(), Duration.ofSeconds(7));
  }

  /** One app never gets videos made for kids. */
  @ParameterizedTest
  @CsvSource({"VISIONOS, IOS", "ANDROID, VISIONOS", "IOS, VISIONOS"})
  void one_successful_client_is_enough(Client successful, Client broken) throws Exception {
    apps(unplayable("ERROR", "This video is not available"));
    app(broken, "{}");
    app(successful, PLAYABLE);
    youTube.answers(CAPTIONS, JSON3);

    assertThat(found(fetchTranscript()).value()).isEqualTo(TWO_LINES);
  }

  @Test
  void the_page_can_have_captions_when_apps_fail() throws Exception {
    watchPage(playable().track("en"));
    youTube.answers(CAPTIONS, JSON3);

    found(fetchTranscript());
    assertThat(requested()).containsExactly("VISIONOS", "ANDROID", "IOS", "watch", "timedtext");
  }

  @Test
  void the_result_is_unreachable_only_when_all_sources_are() throws Exception {
    for (String path : List.of(player("VISIONOS"), player("ANDROID"), player("IOS"), WATCH)) {
      youTube.answers(path, 503, "");
    }
    assertUnreachable(fetchTranscript());

    app(Client.IOS, "{}");
    assertWithheld(fetchTranscript());

    youTube.answers(player("IOS"), 429, "");
    assertBlocked(fetchTranscript());
  }

  /** For operators. */
  @Test
  void a_reason_names_every_source() throws Exception {
    app(Client.VISIONOS, "{}");
    youTube.answers(player("ANDROID"), 400, "{\"status\": \"FAILED_PRECONDITION\"}");
    app(Client.IOS, playable().link("/x?exp=xpe", "en", false).json());

    assertThat(fetchTranscript())
        .isEqualTo(
            new Fetched.Withheld<>(
                "visionos: an answer that does not say whether the video can be played;"
                    + " android: HTTP 400 FAILED_PRECONDITION;"
                    + " ios: all captions are for browsers only;"
                    + " page: HTTP 404"));
  }

  @ParameterizedTest
  @CsvSource({"WATCH, page", "ANDROID, android"})
  void metadata_is_blocked_when_any_source_is(String blocked, String name) throws Exception {
    youTube.answers(blocked.equals("WATCH") ? WATCH : player(blocked), 429, "");

    assertThat(fetchMetadata())
        .isInstanceOfSatisfying(
            Fetched.Blocked.class,
            result -> assertThat(result.reason()).contains(name + ": HTTP 429"));
  }

  private void allApps(Script script) {
    for (Client app : Client.values()) {
      script.accept(youTube, app);
    }
  }
}
