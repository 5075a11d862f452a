package dev.vidwiz.youtube;

import static dev.vidwiz.youtube.FakeYouTube.WATCH;
import static dev.vidwiz.youtube.FakeYouTube.player;
import static dev.vidwiz.youtube.PageBuilder.playable;
import static dev.vidwiz.youtube.PageBuilder.unplayable;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vidwiz.application.fetch.Fetched;
import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.youtube.AppVersion.Client;
import dev.vidwiz.youtube.YouTubeSettings.DataApiSettings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Metadata from other sources, when the page is blocked. */
class MetadataSearchTest extends YouTubeTest {

  private static final String DATA_API = "/youtube/v3/videos";

  private static final String OFFICIAL =
      """
      {"kind": "youtube#videoListResponse", "items": [{"kind": "youtube#video", "id": "dQw4w9WgXcQ",
        "snippet": {"publishedAt": "2009-10-25T06:57:33Z", "channelId": "UCuAXFkgsw1L7xaCfnd5JJOw",
          "title": "Official title", "description": "", "channelTitle": "Rick Astley", "thumbnails": {
            "maxres": {"url": "https://i.ytimg.com/vi/dQw4w9WgXcQ/maxres.jpg", "width": 1280, "height": 720},
            "default": {"url": "https://i.ytimg.com/vi/dQw4w9WgXcQ/default.jpg", "width": 120, "height": 90}}},
        "contentDetails": {"duration": "PT1H2M3S", "caption": "true"},
        "statistics": {"viewCount": "1700123456", "likeCount": "18400123"}}]}
      """;

  private static final String OEMBED =
      """
      {"title": "Embedded title", "author_name": "Rick Astley", "author_url": "https://www.youtube.com/@rick",
       "type": "video", "thumbnail_url": "https://i.ytimg.com/vi/dQw4w9WgXcQ/hq.jpg", "html": "<iframe></iframe>"}
      """;

  @BeforeEach
  void blockThePage() {
    youTube.answers(WATCH, 429, "");
  }

  @Test
  void the_web_player_gives_all_keys() throws Exception {
    youTube.answers(player("WEB"), playable().detailsJson());

    JsonNode document = document(fetchMetadata());

    assertThat(gaps(document)).isEmpty();
    assertThat(document.path("upload_date").asText()).isEqualTo("20091024");
    assertThat(requested()).containsExactly("watch", "WEB");
  }

  /**
   * An app has no profile, date and likes. The next apps are not tried, because they have none
   * either.
   */
  @Test
  void an_app_gives_most_keys() throws Exception {
    apps(playable());

    JsonNode document = document(fetchMetadata());

    assertThat(document.path("title").asText()).startsWith("How to");
    assertThat(gaps(document)).containsExactly("uploader_url", "upload_date", "like_count");
    assertThat(requested()).containsExactly("watch", "WEB", "VISIONOS", "oembed");
  }

  @Test
  void later_sources_fill_gaps() throws Exception {
    apps(playable());
    youTube.answers(DATA_API, OFFICIAL).answers("/oembed", OEMBED);

    JsonNode document = document(fetchOfficially());

    assertThat(gaps(document)).isEmpty();
    assertThat(document.path("title").asText()).startsWith("How to");
    assertThat(document.path("duration_string").asText()).isEqualTo("3:33");
    assertThat(document.path("upload_date").asText()).isEqualTo("20091025");
    assertThat(document.path("uploader_url").asText()).isEqualTo("https://www.youtube.com/@rick");
    assertThat(requested()).containsExactly("watch", "WEB", "VISIONOS", "videos", "oembed");
  }

  @Test
  void a_gap_in_the_page_is_filled() throws Exception {
    watchPage(playable().without("/microformat/playerMicroformatRenderer/likeCount"));
    youTube.answers(DATA_API, OFFICIAL);

    assertThat(document(fetchOfficially()).path("like_count").asLong()).isEqualTo(18400123);
    assertThat(requested()).containsExactly("watch", "WEB", "videos");
  }

  @Test
  void the_data_api_gives_all_keys_but_one() throws Exception {
    youTube.answers(DATA_API, OFFICIAL);

    JsonNode document = document(fetchOfficially());

    assertThat(gaps(document)).containsExactly("uploader_url");
    assertThat(document.path("title").asText()).isEqualTo("Official title");
    assertThat(document.path("channel_url").asText())
        .isEqualTo("https://www.youtube.com/channel/UCuAXFkgsw1L7xaCfnd5JJOw");
    assertThat(document.path("duration").asLong()).isEqualTo(3723);
    assertThat(document.path("duration_string").asText()).isEqualTo("1:02:03");
    assertThat(document.path("view_count").asLong()).isEqualTo(1700123456);
    assertThat(document.path("description").asText("none")).isEmpty();
    assertThat(document.path("thumbnail").asText()).endsWith("/maxres.jpg");
    assertThat(youTube.requests())
        .filteredOn(request -> request.key().equals(DATA_API))
        .singleElement()
        .satisfies(
            request ->
                assertThat(request.target())
                    .isEqualTo(
                        "/youtube/v3/videos?part=snippet,contentDetails,statistics"
                            + "&id=dQw4w9WgXcQ&key=a%26b+c"))
        .satisfies(request -> assertThat(request.headers()).doesNotContainKey("cookie"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"P0D", "soon", "", "PT0S"})
  void a_live_video_has_no_duration_in_the_data_api(String duration) throws Exception {
    youTube.answers(DATA_API, OFFICIAL.replace("PT1H2M3S", duration));

    assertThat(gaps(document(fetchOfficially())))
        .containsExactly("uploader_url", "duration", "duration_string");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {\"items\": []}                           | unavailable",
        "200 | {\"items\": [{\"id\": \"AAAAAAAAAAA\"}]}  | blocked",
        "200 | {}                                        | withheld",
        "200 | no JSON                                   | withheld",
        "400 | {\"error\": {\"message\": \"API key not valid\"}} | withheld",
        "403 | {\"error\": {\"message\": \"quota\"}}     | withheld",
        "429 | ''                                        | withheld"
      })
  void the_data_api_can_refuse(int status, String answer, String outcome) throws Exception {
    youTube.answers(DATA_API, status, answer);

    String reason = fetchOfficially().toString();

    assertThat(attempts)
        .filteredOn(attempt -> attempt.source().equals("data-api"))
        .extracting(Attempt::outcome)
        .containsExactly(outcome);
    assertThat(reason + attempts).doesNotContain("a&b", "a%26b");
  }

  /** It is not a client that plays videos. */
  @Test
  void the_data_api_is_not_a_client_that_can_agree() throws Exception {
    app(Client.IOS, unplayable("ERROR", "Video unavailable").json());
    youTube.answers(DATA_API, "{\"items\": []}");

    assertWithheld(fetchOfficially());
  }

  @Test
  void oembed_gives_few_keys() throws Exception {
    youTube.answers("/oembed", OEMBED);

    JsonNode document = document(fetchMetadata());

    assertThat(document.path("title").asText()).isEqualTo("Embedded title");
    assertThat(document.path("uploader").asText()).isEqualTo("Rick Astley");
    assertThat(document.path("channel").asText()).isEqualTo("Rick Astley");
    assertThat(document.path("thumbnail").asText()).endsWith("/hq.jpg");
    assertThat(gaps(document)).hasSize(7);
    assertThat(youTube.requests().getLast().target())
        .isEqualTo(
            "/oembed?url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DdQw4w9WgXcQ&format=json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"title\": \" \"}", "Unauthorized", "[]"})
  void oembed_can_give_nothing(String answer) throws Exception {
    youTube.answers("/oembed", answer);
    assertBlocked(fetchMetadata());
  }

  @ParameterizedTest
  @ValueSource(strings = {"WEB", "VISIONOS"})
  void an_answer_about_another_video_is_ignored(String client) throws Exception {
    youTube.answers(
        player(client), playable().with("/videoDetails/videoId", "\"AAAAAAAAAAA\"").detailsJson());
    youTube.answers("/oembed", OEMBED);

    assertThat(document(fetchMetadata()).path("title").asText()).isEqualTo("Embedded title");
  }

  @Test
  void an_app_gives_the_title_of_a_video_that_it_cannot_play() throws Exception {
    app(
        Client.VISIONOS,
        playable()
            .with(
                "/playabilityStatus",
                "{\"status\": \"LOGIN_REQUIRED\", \"reason\": \"Sign in to confirm your age\"}")
            .json());

    assertThat(found(fetchMetadata()).title()).isNotNull();
  }

  private Fetched<FetchedMetadata> fetchOfficially() throws InterruptedException {
    return source(
            new YouTubeSettings(
                youTube.url(),
                YouTubeSettings.CLIENTS,
                List.of("en"),
                new DataApiSettings(youTube.url(), "a&b c"),
                null,
                LONG_TIMEOUT))
        .fetchMetadata(PageBuilder.VIDEO);
  }

  private static JsonNode document(Fetched<FetchedMetadata> metadata) throws Exception {
    return new JsonMapper().readTree(found(metadata).document().value());
  }

  private static List<String> gaps(JsonNode document) {
    List<String> gaps = new ArrayList<>();
    document
        .propertyStream()
        .filter(key -> key.getValue().isNull())
        .forEach(key -> gaps.add(key.getKey()));
    return gaps;
  }
}
