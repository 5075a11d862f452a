package dev.vidwiz.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.stream.Stream;

/** What an answer for players tells of a video, whether or not it can be played. */
final class PlayerMetadata {

  private PlayerMetadata() {}

  /**
   * Reads an answer.
   *
   * @throws Refusal when it has no details, but says why
   */
  static MetadataDocument of(PlayerResponse player) throws Refusal {
    JsonNode details = player.details();
    JsonNode page = player.microformat();
    if (details.isEmpty() && page.isEmpty()) {
      Playability.require(player);
    }
    MetadataDocument document =
        new MetadataDocument()
            .text(Key.TITLE, details.path("title"), page.at("/title/simpleText"))
            .channel(details.path("author"), page.path("ownerChannelName"))
            .channelId(details.path("channelId"), page.path("externalChannelId"))
            .address(Key.UPLOADER_URL, page.path("ownerProfileUrl"))
            .uploadDate(page.path("uploadDate"), page.path("publishDate"))
            .duration(details.path("lengthSeconds"), page.path("lengthSeconds"))
            .number(Key.VIEW_COUNT, details.path("viewCount"), page.path("viewCount"))
            .number(Key.LIKE_COUNT, page.path("likeCount"))
            .description(details.path("shortDescription"), page.at("/description/simpleText"));
    largest(details.at("/thumbnail/thumbnails"), page.at("/thumbnail/thumbnails"), document);
    return document;
  }

  private static void largest(JsonNode some, JsonNode more, MetadataDocument document) {
    Stream.of(some, more)
        .flatMap(JsonNode::valueStream)
        .sorted(Comparator.comparingLong(thumbnail -> thumbnail.path("width").asLong()))
        .forEach(thumbnail -> document.address(Key.THUMBNAIL, thumbnail.path("url")));
  }
}
