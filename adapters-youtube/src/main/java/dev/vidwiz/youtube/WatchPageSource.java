package dev.vidwiz.youtube;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The page of a video. It has more metadata than any other source, even if the video cannot be
 * played. Since 2025, its captions are empty except for browsers, so it is the last source of
 * captions, and is not a client.
 */
record WatchPageSource(
    SourceInfo info, YouTubeHttp http, PlayerApi api, Map<String, String> headers)
    implements TranscriptSource {

  WatchPageSource(YouTubeHttp http, PlayerApi api, List<String> languages) {
    this(
        new SourceInfo("page", "GET /watch", false, Key.ALL),
        http,
        api,
        Map.of(
            "User-Agent",
            YouTubeSettings.BROWSER,
            "Accept",
            "text/html,application/xhtml+xml,application/json,*/*;q=0.8",
            "Accept-Language",
            acceptLanguage(languages)));
  }

  /** Returns {@code en,hi;q=0.9,*;q=0.1} for {@code en} and {@code hi}. */
  private static String acceptLanguage(List<String> languages) {
    StringBuilder header = new StringBuilder();
    for (int i = 0; i < languages.size(); i++) {
      header.append(languages.get(i));
      header.append(i == 0 ? "," : String.format(Locale.ROOT, ";q=0.%d,", Math.max(2, 10 - i)));
    }
    return header.append("*;q=0.1").toString();
  }

  @Override
  public List<CaptionTrack> tracks(Fetch fetch) throws Refusal, InterruptedException {
    return page(fetch).playerResponse(fetch).captionTracks();
  }

  @Override
  public String captions(CaptionTrack track, Fetch fetch) throws Refusal, InterruptedException {
    return http.captions(track, YouTubeSettings.BROWSER, fetch);
  }

  @Override
  public MetadataDocument metadata(Fetch fetch) throws Refusal, InterruptedException {
    WatchPage page = page(fetch);
    MetadataDocument document = page.playerResponse(fetch).metadata();
    document.fillFrom(new MetadataDocument().number(Key.LIKE_COUNT, page.likes()));
    return document;
  }

  /** Requests English ({@code hl}), because the reasons of a refusal are sentences. */
  private WatchPage page(Fetch fetch) throws Refusal, InterruptedException {
    String path = "/watch?v=" + fetch.videoId().value() + "&hl=en";
    WatchPage page = new WatchPage(http.get(path, headers, fetch));
    page.visitor().ifPresent(api::rememberVisitor);
    return page;
  }
}
