package dev.vidwiz.youtube;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.vidwiz.application.fetch.Fetched;
import dev.vidwiz.application.fetch.VideoSource;
import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.transcript.Segment;
import dev.vidwiz.domain.video.VideoId;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Fetches from YouTube what the page of a video tells: its metadata and where its captions are.
 * Thread-safe; one fetch is at most a page and a file of captions, without any state between
 * fetches.
 */
public final class YouTubeVideoSource implements VideoSource, AutoCloseable {

  private static final String NO_CAPTIONS = "This video has no captions.";
  private static final int MAX_TRANSCRIPT = 16 << 20;
  private static final Duration WHILE_LIVE = Duration.ofHours(1);
  private static final JsonMapper JSON = new JsonMapper();

  private final Addresses addresses;
  private final Browser browser;
  private final List<String> languages;

  /** Opens a connection pool; nothing is fetched yet. */
  public YouTubeVideoSource(YouTubeSettings settings) {
    this.addresses = new Addresses(settings.baseUrl());
    this.browser = new Browser(addresses, settings);
    this.languages = settings.languages();
  }

  @Override
  public Fetched<JsonText> fetchTranscript(VideoId videoId) throws InterruptedException {
    try {
      return new Fetched.Found<>(transcript(videoId));
    } catch (NotFetched e) {
      return e.result();
    }
  }

  @Override
  public Fetched<FetchedMetadata> fetchMetadata(VideoId videoId) throws InterruptedException {
    try {
      WatchPage page = watchPage(videoId);
      return new Fetched.Found<>(new Metadata(videoId, page, player(page)).fetched());
    } catch (NotFetched e) {
      return e.result();
    }
  }

  private JsonText transcript(VideoId videoId) throws NotFetched, InterruptedException {
    PlayerResponse player = player(watchPage(videoId));
    if (player.isLive()) {
      throw NotFetched.notYet("the video is live", WHILE_LIVE);
    }
    CaptionTrack track =
        CaptionTrack.best(player.captionTracks(), languages)
            .orElseThrow(() -> NotFetched.gone(NO_CAPTIONS));
    URI address = browser.allowed(addresses.watchPage(videoId), track.jsonLink());
    NotFetched missing = NotFetched.broken("the page links to captions that are not there");
    List<Segment> segments = Captions.parse(browser.read(address, Captions.MAX_BYTES, missing));
    if (segments.isEmpty()) {
      throw NotFetched.gone(NO_CAPTIONS);
    }
    return document(segments);
  }

  private WatchPage watchPage(VideoId videoId) throws NotFetched, InterruptedException {
    NotFetched missing = NotFetched.gone(Playability.GONE);
    return new WatchPage(browser.read(addresses.watchPage(videoId), WatchPage.MAX_BYTES, missing));
  }

  private static PlayerResponse player(WatchPage page) throws NotFetched {
    PlayerResponse player = page.playerResponse();
    Playability.require(player.playability());
    return player;
  }

  private static JsonText document(List<Segment> segments) throws NotFetched {
    ArrayNode document = JSON.createArrayNode();
    for (Segment segment : segments) {
      document
          .addObject()
          .put("text", segment.text())
          .put("offset", segment.offset())
          .put("duration", segment.duration());
    }
    String json = document.toString();
    if (json.getBytes(UTF_8).length > MAX_TRANSCRIPT) {
      throw NotFetched.broken("a transcript of more than " + MAX_TRANSCRIPT + " bytes");
    }
    return new JsonText(json);
  }

  /** Ends the fetches under way and closes the connections. */
  @Override
  public void close() {
    browser.close();
  }
}
