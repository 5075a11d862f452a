package dev.vidwiz.youtube;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.domain.video.Title;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataTest extends YouTubeTest {

  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void has_the_keys_and_formats_that_clients_read() throws Exception {
    FetchedMetadata metadata = fetch(PageBuilder.playable());

    assertThat(metadata.title()).isEqualTo(new Title("How to {brace}; yourself & üben"));
    assertThat(document(metadata))
        .isEqualTo(
            JSON.readTree(
                """
                {
                  "id": "dQw4w9WgXcQ",
                  "title": "How to {brace}; yourself & üben",
                  "uploader": "Rick Astley",
                  "uploader_url": "https://www.youtube.com/@RickAstleyYT",
                  "channel": "Rick Astley",
                  "channel_url": "https://www.youtube.com/channel/UCuAXFkgsw1L7xaCfnd5JJOw",
                  "upload_date": "20091024",
                  "duration": 213,
                  "duration_string": "3:33",
                  "view_count": 1700123456,
                  "like_count": 18400123,
                  "description": "One };\\nTwo </script>",
                  "thumbnail": "https://i.ytimg.com/vi/dQw4w9WgXcQ/maxres.jpg"
                }
                """));
  }

  @Test
  void has_null_for_what_the_page_does_not_tell() throws Exception {
    FetchedMetadata metadata =
        fetch(
            PageBuilder.playable()
                .with("/videoDetails", "{\"title\": \"A\"}")
                .without("/microformat"));

    assertThat(metadata.document().value())
        .isEqualTo(
            """
            {"id":"dQw4w9WgXcQ","title":"A","uploader":null,"uploader_url":null,"channel":null,\
            "channel_url":null,"upload_date":null,"duration":null,"duration_string":null,\
            "view_count":null,"like_count":null,"description":null,"thumbnail":null}\
            """);
  }

  @Test
  void makes_do_with_the_microformat() throws Exception {
    JsonNode document =
        document(
            fetch(
                PageBuilder.playable()
                    .without("/videoDetails")
                    .with("/microformat/playerMicroformatRenderer/title", "{\"simpleText\": \"A\"}")
                    .with(
                        "/microformat/playerMicroformatRenderer/thumbnail",
                        "{\"thumbnails\": [{\"url\": \"//i.ytimg.com/a.jpg\"}]}")));

    assertThat(document.path("title").asText()).isEqualTo("A");
    assertThat(document.path("uploader").asText()).isEqualTo("Rick Astley");
    assertThat(document.path("channel_url").asText()).endsWith("/channel/UCuAXFkgsw1L7xaCfnd5JJOw");
    assertThat(document.path("thumbnail").asText()).isEqualTo("https://i.ytimg.com/a.jpg");
  }

  @ParameterizedTest
  @CsvSource({
    "45, 45",
    "60, 1:00",
    "599, 9:59",
    "3600, 1:00:00",
    "3723, 1:02:03",
    "360000, 100:00:00"
  })
  void writes_durations_like_a_player(String seconds, String written) throws Exception {
    JsonNode document =
        document(
            fetch(
                PageBuilder.playable().with("/videoDetails/lengthSeconds", "\"" + seconds + "\"")));

    assertThat(document.path("duration").asText()).isEqualTo(seconds);
    assertThat(document.path("duration_string").asText()).isEqualTo(written);
  }

  @Test
  void of_a_stream_that_goes_on_has_no_duration() throws Exception {
    JsonNode document =
        document(
            fetch(
                PageBuilder.playable()
                    .with("/videoDetails/isLive", "true")
                    .with("/videoDetails/lengthSeconds", "\"0\"")));

    assertThat(document.path("duration").isNull()).isTrue();
    assertThat(document.path("duration_string").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-29,                20240229",
    "2024-02-29T23:59:59Z,      20240229",
    "2024-03-01T00:30:00+05:30, 20240301",
    "2023-02-29,                null",
    "yesterday at noon,         null",
    "2024,                      null"
  })
  void takes_the_date_as_the_page_has_it(String onPage, String date) throws Exception {
    JsonNode document =
        document(
            fetch(
                PageBuilder.playable()
                    .with(
                        "/microformat/playerMicroformatRenderer/uploadDate",
                        "\"" + onPage + "\"")));

    assertThat(document.path("upload_date").asText()).isEqualTo(date);
  }

  @Test
  void takes_the_day_of_publication_when_there_is_no_other() throws Exception {
    JsonNode document =
        document(
            fetch(
                PageBuilder.playable()
                    .without("/microformat/playerMicroformatRenderer/uploadDate")));

    assertThat(document.path("upload_date").asText()).isEqualTo("20091025");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {"likeButtonViewModel": {"accessibilityText": "like this video along with 1,234 other people"}}
        """,
        """
        {"accessibilityData":{"label":"1,234 likes"}}
        """
      })
  void finds_the_likes_on_the_button(String initialData) throws Exception {
    PageBuilder page =
        PageBuilder.playable()
            .without("/microformat/playerMicroformatRenderer/likeCount")
            .initialData(initialData);

    assertThat(document(fetch(page)).path("like_count").asLong()).isEqualTo(1234);
  }

  @Test
  void stays_small_whatever_the_page_holds() throws Exception {
    String control = "\"" + "\\u0001".repeat(300_000) + "\"";
    FetchedMetadata metadata =
        fetch(
            PageBuilder.playable()
                .with("/videoDetails/shortDescription", control)
                .with("/videoDetails/title", control)
                .with("/videoDetails/author", control)
                .with("/videoDetails/channelId", control));

    assertThat(metadata.title()).isNull();
    assertThat(metadata.document().value().getBytes(UTF_8)).hasSizeLessThan(256 * 1024);
  }

  @Test
  void holds_no_text_that_a_database_refuses() throws Exception {
    String page = PageBuilder.playable().with("/videoDetails/title", "\"TITLE\"").html();
    youTube.answers(FakeYouTube.WATCH, page.replace("TITLE", "A\\u0000B\\ud83dC\\ud83d\\ude00"));

    FetchedMetadata metadata = found(fetchMetadata());

    assertThat(metadata.title()).isEqualTo(new Title("ABC😀"));
  }

  @Test
  void links_to_web_pages_only() throws Exception {
    JsonNode document =
        document(
            fetch(
                PageBuilder.playable()
                    .with(
                        "/microformat/playerMicroformatRenderer/ownerProfileUrl",
                        "\"javascript:alert(1)\"")));

    assertThat(document.path("uploader_url").isNull()).isTrue();
  }

  @Test
  void are_withheld_when_the_page_tells_nothing() throws Exception {
    PageBuilder page = PageBuilder.playable().without("/videoDetails").without("/microformat");
    watchPage(page);
    assertWithheld(fetchMetadata());

    watchPage(page.with("/videoDetails", "{\"musicVideoType\": 1}"));
    assertThat(fetchMetadata().toString()).contains("page: an answer without details of the video");
  }

  /** It is the title that people miss, so a video that cannot be played has one, too. */
  @ParameterizedTest
  @CsvSource({
    "LOGIN_REQUIRED, Sign in to confirm your age",
    "UNPLAYABLE,     Join this channel to get access to members-only content",
    "LOGIN_REQUIRED, Sign in to confirm you’re not a bot",
    "UNPLAYABLE,     'This content isn’t available, try again later.'",
    "ERROR,          Something new"
  })
  void need_no_video_that_can_be_played(String status, String reason) throws Exception {
    JsonNode document =
        document(
            fetch(
                PageBuilder.playable()
                    .with(
                        "/playabilityStatus",
                        "{\"status\": \"%s\", \"reason\": \"%s\"}".formatted(status, reason))));

    assertThat(document.path("title").asText()).startsWith("How to");
    assertThat(document.path("upload_date").asText()).isEqualTo("20091024");
    assertThat(asked()).containsExactly("watch");
  }

  private FetchedMetadata fetch(PageBuilder page) throws InterruptedException {
    watchPage(page);
    return found(fetchMetadata());
  }

  private static JsonNode document(FetchedMetadata metadata) throws Exception {
    return JSON.readTree(metadata.document().value());
  }
}
