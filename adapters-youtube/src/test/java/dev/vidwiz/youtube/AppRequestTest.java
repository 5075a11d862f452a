package dev.vidwiz.youtube;

import static dev.vidwiz.youtube.FakeYouTube.CAPTIONS;
import static dev.vidwiz.youtube.FakeYouTube.WATCH;
import static dev.vidwiz.youtube.FakeYouTube.player;
import static dev.vidwiz.youtube.PageBuilder.playable;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.youtube.AppVersion.Client;
import dev.vidwiz.youtube.FakeYouTube.Request;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The requests to YouTube, and the clients that they name. */
class AppRequestTest extends YouTubeTest {

  private static final String SAFARI =
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 15_7_3) AppleWebKit/605.1.15 (KHTML, like Gecko)"
          + " Version/26.0 Safari/605.1.15";
  private static final String ANDROID =
      "com.google.android.youtube/21.26.364 (Linux; U; Android 11) gzip";
  private static final String IOS =
      "com.google.ios.youtube/21.26.4 (iPhone16,2; U; CPU iOS 18_3_2 like Mac OS X;)";

  @BeforeEach
  void publish() {
    youTube.answers(CAPTIONS, JSON3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VISIONOS | 101 | 1.02      | "
            + SAFARI
            + " | 'deviceMake': 'Apple', 'deviceModel': 'RealityDevice17,1', 'osName': 'visionOS',"
            + " 'osVersion': '26.5.23O471'",
        "ANDROID  | 3   | 21.26.364 | "
            + ANDROID
            + " | 'androidSdkVersion': 30, 'osName': 'Android', 'osVersion': '11'",
        "IOS      | 5   | 21.26.4   | "
            + IOS
            + " | 'deviceMake': 'Apple', 'deviceModel': 'iPhone16,2', 'osName': 'iPhone',"
            + " 'osVersion': '18.3.2.22D82'"
      },
      quoteCharacter = '`')
  void requests_equal_those_of_the_app(
      Client client, String number, String version, String userAgent, String device)
      throws Exception {
    app(client, playable().track("en").json());

    found(fetchTranscript());

    Request request = request(client.name());
    assertThat(request.target()).isEqualTo("/youtubei/v1/player?prettyPrint=false");
    assertThat(request.headers())
        .containsAllEntriesOf(
            Map.of(
                "user-agent", userAgent,
                "x-youtube-client-name", number,
                "x-youtube-client-version", version,
                "origin", "https://www.youtube.com",
                "content-type", "application/json",
                "cookie", "SOCS=CAI",
                "accept-encoding", "gzip"))
        .doesNotContainKeys("x-goog-visitor-id", "authorization", "referer");
    JsonMapper json = new JsonMapper();
    assertThat(json.readTree(request.body()))
        .isEqualTo(
            json.readTree(
                """
                {"context": {"client": {"clientName": "%s", "clientVersion": "%s", %s, "userAgent": "%s",
                  "hl": "en", "timeZone": "UTC", "utcOffsetMinutes": 0}},
                 "videoId": "dQw4w9WgXcQ", "contentCheckOk": true, "racyCheckOk": true}
                """
                    .formatted(client, version, device.replace('\'', '"'), userAgent)));
    assertThat(youTube.requests().getLast().target())
        .isEqualTo("/api/timedtext?v=dQw4w9WgXcQ&lang=en&fmt=json3");
    assertThat(youTube.requests().getLast().headers())
        .containsEntry("user-agent", userAgent)
        .containsEntry("cookie", "SOCS=CAI")
        .containsEntry("accept-encoding", "gzip");
  }

  /** The page is not necessary, and no other request is sent. */
  @ParameterizedTest
  @CsvSource({
    "VISIONOS, VISIONOS timedtext",
    "ANDROID,  VISIONOS ANDROID timedtext",
    "IOS,      VISIONOS ANDROID IOS timedtext"
  })
  void requests_end_with_the_first_successful_app(Client client, String expected) throws Exception {
    app(client, playable().track("en").json());

    found(fetchTranscript());

    assertThat(requested()).isEqualTo(List.of(expected.split(" ", -1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ios:21.26.4", "ios:1.2 visionos:3.4", "android:1.2 ios:3.4 visionos:5.6.7.8"})
  void apps_are_tried_in_the_order_of_the_settings(String clients) throws Exception {
    List<AppVersion> apps =
        Stream.of(clients.split(" ", -1)).map(AppRequestTest::appVersion).toList();

    assertWithheld(
        source(settings(apps, List.of("en"), LONG_TIMEOUT)).fetchTranscript(PageBuilder.VIDEO));

    assertThat(requested())
        .isEqualTo(
            Stream.concat(apps.stream().map(app -> app.client().name()), Stream.of("watch"))
                .toList());
    assertThat(youTube.requests().stream().limit(apps.size()))
        .extracting(request -> request.headers().get("x-youtube-client-version"))
        .isEqualTo(apps.stream().map(AppVersion::version).toList());
  }

  @Test
  void the_request_for_the_page_is_that_of_a_browser() throws Exception {
    watchPage(playable().track("en"));

    found(fetchTranscript());

    assertThat(request("watch").target()).isEqualTo("/watch?v=dQw4w9WgXcQ&hl=en");
    assertThat(request("watch").headers())
        .containsEntry("accept-language", "en,hi;q=0.9,*;q=0.1")
        .hasEntrySatisfying(
            "user-agent", agent -> assertThat(agent).startsWith("Mozilla/5.0 (X11"));
  }

  @Test
  void the_request_for_metadata_is_that_of_the_web_player() throws Exception {
    fetchMetadata();

    assertThat(request("WEB").target())
        .isEqualTo("/youtubei/v1/player?prettyPrint=false&$fields=microformat,videoDetails");
    assertThat(request("WEB").headers()).containsEntry("x-youtube-client-name", "1");
    assertThat(request("WEB").body()).contains("\"clientName\":\"WEB\"", "dQw4w9WgXcQ");
  }

  @Test
  void every_request_avoids_the_consent_page_and_accepts_gzip() throws Exception {
    fetchTranscript();
    fetchMetadata();

    assertThat(requested()).contains("watch", "WEB", "VISIONOS", "ANDROID", "IOS", "oembed");
    assertThat(youTube.requests())
        .allSatisfy(
            request ->
                assertThat(request.headers())
                    .containsEntry("cookie", "SOCS=CAI")
                    .containsEntry("accept-encoding", "gzip"));
  }

  @Test
  void requests_have_the_visitor_id_of_an_earlier_answer() throws Exception {
    app(Client.VISIONOS, "{\"responseContext\": {\"visitorData\": \"CgtA_b-c%3D%3D\"}}");
    app(Client.ANDROID, "{\"responseContext\": {\"visitorData\": \"bad\\r\\nX-Evil: 1\"}}");

    fetchTranscript();

    assertThat(visitors("VISIONOS", "ANDROID", "IOS"))
        .containsExactly(null, "CgtA_b-c%3D%3D", "CgtA_b-c%3D%3D");
  }

  @Test
  void requests_have_the_visitor_id_of_the_page() throws Exception {
    youTube.answers(WATCH, "<script>ytcfg.set({\"VISITOR_DATA\":\"Cgt0ZXN0%3D\"})</script>");

    fetchMetadata();

    assertThat(visitors("watch", "WEB", "VISIONOS"))
        .containsExactly(null, "Cgt0ZXN0%3D", "Cgt0ZXN0%3D");
  }

  @Test
  void the_fake_has_every_video() throws Exception {
    apps(playable().track("en"));
    found(source().fetchTranscript(new VideoId("AAAAAAAAAA-")));

    assertThat(youTube.requests().getLast().target()).contains("v=AAAAAAAAAA-&");
    assertThat(youTube.requests()).noneMatch(request -> request.key().equals(player("ANDROID")));
  }

  private List<String> visitors(String... clients) {
    return Arrays.stream(clients)
        .map(client -> request(client).headers().get("x-goog-visitor-id"))
        .collect(Collectors.toList());
  }

  private Request request(String client) {
    return youTube.requests().stream()
        .filter(request -> request.key().endsWith(client))
        .findFirst()
        .orElseThrow();
  }

  private static AppVersion appVersion(String app) {
    String[] parts = app.split(":", 2);
    return new AppVersion(Client.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1]);
  }
}
