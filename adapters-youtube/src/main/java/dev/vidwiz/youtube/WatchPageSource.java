package dev.vidwiz.youtube;

import dev.vidwiz.domain.video.VideoId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The page of a video, as a browser gets it. It knows more of the video than any other source, also
 * where the video cannot be played. The captions that it links to are empty for all but browsers
 * since 2025; it is asked for them last, and does not count as a client.
 */
final class WatchPageSource implements TranscriptSource, MetadataSource {

  private final Addresses addresses;
  private final YouTubeHttp http;
  private final PlayerApi api;
  private final CaptionFetch captions;
  private final Map<String, String> headers;

  WatchPageSource(Addresses addresses, YouTubeHttp http, PlayerApi api, String acceptLanguage) {
    this.addresses = addresses;
    this.http = http;
    this.api = api;
    this.captions = new CaptionFetch(addresses, http, YouTubeSettings.BROWSER);
    this.headers =
        Map.of(
            "User-Agent",
            YouTubeSettings.BROWSER,
            "Accept",
            "text/html,application/xhtml+xml,application/json,*/*;q=0.8",
            "Accept-Language",
            acceptLanguage);
  }

  @Override
  public String name() {
    return "page";
  }

  @Override
  public String request() {
    return "GET /watch";
  }

  @Override
  public List<CaptionTrack> tracks(VideoId videoId, Deadline deadline)
      throws Refusal, InterruptedException {
    return page(videoId, deadline).playerResponse(videoId).captionTracks();
  }

  @Override
  public String captions(VideoId videoId, CaptionTrack track, Deadline deadline)
      throws Refusal, InterruptedException {
    return captions.get(videoId, track, deadline);
  }

  @Override
  public Set<Key> keys() {
    return Key.ALL;
  }

  @Override
  public MetadataDocument metadata(VideoId videoId, Deadline deadline)
      throws Refusal, InterruptedException {
    WatchPage page = page(videoId, deadline);
    MetadataDocument document = PlayerMetadata.of(page.playerResponse(videoId));
    document.fillFrom(new MetadataDocument().number(Key.LIKE_COUNT, page.likes()));
    return document;
  }

  private WatchPage page(VideoId videoId, Deadline deadline) throws Refusal, InterruptedException {
    Request request = Request.get(addresses.watchPage(videoId), headers, WatchPage.MAX_BYTES);
    WatchPage page = new WatchPage(http.send(request, deadline));
    page.visitor().ifPresent(api::recognize);
    return page;
  }
}
