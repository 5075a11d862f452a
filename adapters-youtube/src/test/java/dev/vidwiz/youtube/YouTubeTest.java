package dev.vidwiz.youtube;

import static dev.vidwiz.youtube.FakeYouTube.player;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.fetch.Fetched;
import dev.vidwiz.application.fetch.Fetched.NotYet;
import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.youtube.AppVersion.Client;
import dev.vidwiz.youtube.YouTubeSettings.Network;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** The base class of tests that fetch from a {@link FakeYouTube}. */
abstract class YouTubeTest {

  static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
  static final Network LONG_TIMEOUT = network(Duration.ofSeconds(60));
  static final String GONE = "This video is no longer available.";
  static final String NO_CAPTIONS = "This video has no captions.";

  static final String TWO_LINES =
      """
      [{"text":"Never gonna","offset":1.5,"duration":2.25},{"text":"give you up","offset":3.0,"duration":0.0}]\
      """;

  static final String JSON3 =
      """
      {"wireMagic": "pb3", "pens": [{}], "events": [
        {"tStartMs": 0, "dDurationMs": 5000, "id": 1, "wpWinPosId": 1},
        {"tStartMs": 1500, "dDurationMs": 2250, "segs": [{"utf8": "Never"}, {"utf8": " gonna", "tOffsetMs": 200}]},
        {"tStartMs": 2000, "dDurationMs": 10, "aAppend": 1, "segs": [{"utf8": "\\n"}]},
        {"tStartMs": 3000, "segs": [{"utf8": "give\\nyou up"}]}
      ]}
      """;

  final FakeYouTube youTube = new FakeYouTube();
  final List<Attempt> attempts = new CopyOnWriteArrayList<>();
  private final List<YouTubeVideoSource> sources = new ArrayList<>();
  private @Nullable YouTubeVideoSource source;

  /** Returns a source with all apps, English before Hindi, and nothing that needs an account. */
  final YouTubeVideoSource source() {
    if (source == null) {
      source = source(settings(YouTubeSettings.CLIENTS, List.of("en", "hi"), LONG_TIMEOUT));
    }
    return source;
  }

  final YouTubeVideoSource source(YouTubeSettings settings) {
    YouTubeVideoSource opened =
        new YouTubeVideoSource(settings, InstantSource.fixed(NOW), attempts::add);
    sources.add(opened);
    return opened;
  }

  final YouTubeSettings settings(
      List<AppVersion> clients, List<String> languages, Network network) {
    return new YouTubeSettings(youTube.url(), clients, languages, null, null, network);
  }

  static Network network(Duration readTimeout) {
    return new Network(Duration.ofSeconds(60), readTimeout, null, null);
  }

  final void watchPage(PageBuilder page) {
    youTube.answers(FakeYouTube.WATCH, page.html());
  }

  final void app(Client client, String json) {
    youTube.answers(player(client.name()), json);
  }

  /** Scripts the answer to all apps. */
  final void apps(PageBuilder page) {
    apps(page.json());
  }

  final void apps(String json) {
    for (Client client : Client.values()) {
      app(client, json);
    }
  }

  final Fetched<JsonText> fetchTranscript() throws InterruptedException {
    return source().fetchTranscript(PageBuilder.VIDEO);
  }

  final Fetched<FetchedMetadata> fetchMetadata() throws InterruptedException {
    return source().fetchMetadata(PageBuilder.VIDEO);
  }

  /** Returns the requests in order: the name of the app, or the last part of the path. */
  final List<String> requested() {
    return youTube.requests().stream()
        .map(request -> request.key().replaceFirst(".*[/ ]", ""))
        .toList();
  }

  static <T> T found(Fetched<T> fetched) {
    assertThat(fetched).isInstanceOf(Fetched.Found.class);
    return ((Fetched.Found<T>) fetched).value();
  }

  static void assertBlocked(Fetched<?> fetched) {
    assertThat(fetched).isInstanceOf(Fetched.Blocked.class);
  }

  static void assertBlocked(Fetched<?> fetched, Duration retryAfter) {
    assertThat(fetched)
        .isInstanceOfSatisfying(
            Fetched.Blocked.class,
            blocked -> assertThat(blocked.retryAfter()).isEqualTo(retryAfter));
  }

  static void assertWithheld(Fetched<?> fetched) {
    assertThat(fetched).isInstanceOf(Fetched.Withheld.class);
  }

  static void assertUnreachable(Fetched<?> fetched) {
    assertThat(fetched).isInstanceOf(Fetched.Unreachable.class);
  }

  static void assertNotYet(Fetched<?> fetched, NotYet.Cause cause, @Nullable Instant startsAt) {
    assertThat(fetched)
        .isInstanceOfSatisfying(
            NotYet.class,
            notYet -> {
              assertThat(notYet.cause()).isEqualTo(cause);
              assertThat(notYet.startsAt()).isEqualTo(startsAt);
            });
  }

  static void assertGone(Fetched<?> fetched, String sentence) {
    assertThat(fetched).isEqualTo(new Fetched.Gone<>(sentence));
  }

  @AfterEach
  void close() throws IOException {
    sources.forEach(YouTubeVideoSource::close);
    youTube.close();
  }
}
