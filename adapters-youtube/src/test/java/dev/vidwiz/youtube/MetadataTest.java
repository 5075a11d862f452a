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
  void the_document_has_the_keys_and_formats_of_the_api() throws Exception {
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
  void missing_values_are_null() throws Exception {
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
  void the_microformat_is_enough() throws Exception {
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
  void durations_have_the_format_of_a_player(String seconds, String written) throws Exception {
    JsonNode document =
        document(
            fetch(
                PageBuilder.playable().with("/videoDetails/lengthSeconds", "\"" + seconds + "\"")));

    assertThat(document.path("duration").asText()).isEqualTo(seconds);
    assertThat(document.path("duration_string").asText()).isEqualTo(written);
  }

  @Test
  void a_live_video_has_no_duration() throws Exception {
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
  void the_upload_date_keeps_the_time_zone_of_the_page(String onPage, String date)
      throws Exception {
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
  void the_publish_date_replaces_a_missing_upload_date() throws Exception {
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
  void the_number_of_likes_is_read_from_the_button(String initialData) throws Exception {
    PageBuilder page =
        PageBuilder.playable()
            .without("/microformat/playerMicroformatRenderer/likeCount")
            .initialData(initialData);

    assertThat(document(fetch(page)).path("like_count").asLong()).isEqualTo(1234);
  }

  @Test
  void the_size_of_the_document_is_limited() throws Exception {
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
  void texts_can_be_stored_in_a_database() throws Exception {
    String page = PageBuilder.playable().with("/videoDetails/title", "\"TITLE\"").html();
    youTube.answers(FakeYouTube.WATCH, page.replace("TITLE", "A\\u0000B\\ud83dC\\ud83d\\ude00"));

    FetchedMetadata metadata = found(fetchMetadata());

    assertThat(metadata.title()).isEqualTo(new Title("ABC😀"));
  }

  @Test
  void only_web_addresses_are_accepted() throws Exception {
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
  void a_page_without_metadata_is_withheld() throws Exception {
    PageBuilder page = PageBuilder.playable().without("/videoDetails").without("/microformat");
    watchPage(page);
    assertWithheld(fetchMetadata());

    watchPage(page.with("/videoDetails", "{\"musicVideoType\": 1}"));
    assertThat(fetchMetadata().toString()).contains("page: an answer without details of the video");
  }

  /** Users need the title even of a video that cannot be played. */
  @ParameterizedTest
  @CsvSource({
    "LOGIN_REQUIRED, Sign in to confirm your age",
    "UNPLAYABLE,     Join this channel to get access to members-only content",
    "LOGIN_REQUIRED, Sign in to confirm you’re not a bot",
    "UNPLAYABLE,     'This content isn’t available, try again later.'",
    "ERROR,          Something new"
  })
  void a_video_that_cannot_be_played_has_metadata(String status, String reason) throws Exception {
    JsonNode document =
        document(
            fetch(
                PageBuilder.playable()
                    .with(
                        "/playabilityStatus",
                        "{\"status\": \"%s\", \"reason\": \"%s\"}".formatted(status, reason))));

    assertThat(document.path("title").asText()).startsWith("How to");
    assertThat(document.path("upload_date").asText()).isEqualTo("20091024");
    assertThat(requested()).containsExactly("watch");
  }

  private FetchedMetadata fetch(PageBuilder page) throws InterruptedException {
    watchPage(page);
    return found(fetchMetadata());
  }

  private static JsonNode document(FetchedMetadata metadata) throws Exception {
    return JSON.readTree(metadata.document().value());
  }
}
