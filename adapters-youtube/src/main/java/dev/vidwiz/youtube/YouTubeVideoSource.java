package dev.vidwiz.youtube;

import dev.vidwiz.application.fetch.Fetched;
import dev.vidwiz.application.fetch.VideoSource;
import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Fetches from YouTube, with one source after another until one succeeds. A fetch takes at most 90
 * seconds, and does not depend on earlier fetches. Thread-safe.
 */
public final class YouTubeVideoSource implements VideoSource, AutoCloseable {

  private final HttpTransport transport;
  private final List<String> languages;
  private final Attempt.Listener listener;
  private final List<TranscriptSource> transcripts = new ArrayList<>();
  private final List<MetadataSource> metadata = new ArrayList<>();

  /**
   * Opens a connection pool, and checks the version of yt-dlp if the settings have one. No request
   * is sent.
   *
   * @throws IllegalArgumentException if yt-dlp cannot be run, or is older than a year
   */
  public YouTubeVideoSource(
      YouTubeSettings settings, InstantSource clock, Attempt.Listener listener) {
    if (settings.ytDlp() != null) {
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      YtDlpVersion.requireRecent(settings.ytDlp().program(), today);
    }
    this.transport = new HttpTransport(settings.network());
    this.languages = settings.languages();
    this.listener = listener;
    addSources(settings);
  }

  /** Adds the sources in the order in which they are tried. */
  private void addSources(YouTubeSettings settings) {
    YouTubeHttp http = new YouTubeHttp(settings.baseUrl(), transport);
    PlayerApi api = new PlayerApi(http);
    WatchPageSource page = new WatchPageSource(http, api, languages);
    List<AppClient> apps =
        settings.clients().stream().map(app -> new AppClient(app, api, http)).toList();
    List<YtDlp> ytDlp =
        settings.ytDlp() == null ? List.of() : List.of(new YtDlp(settings.ytDlp(), http));

    transcripts.addAll(apps);
    transcripts.addAll(ytDlp);
    transcripts.add(page);

    metadata.add(page);
    metadata.add(new WebPlayer(api));
    metadata.addAll(apps);
    if (settings.dataApi() != null) {
      metadata.add(new DataApi(settings.dataApi(), transport));
    }
    metadata.add(new OEmbed(http));
    metadata.addAll(ytDlp);
  }

  @Override
  public Fetched<JsonText> fetchTranscript(VideoId videoId) throws InterruptedException {
    TranscriptSearch search = new TranscriptSearch(videoId, languages, listener);
    return search.result(search.search(transcripts, false));
  }

  @Override
  public Fetched<FetchedMetadata> fetchMetadata(VideoId videoId) throws InterruptedException {
    return new MetadataSearch(videoId, listener).search(metadata, false);
  }

  /** Tries every source, even after a success; the listener receives each attempt. */
  public Diagnosis diagnose(VideoId videoId) throws InterruptedException {
    TranscriptSearch search = new TranscriptSearch(videoId, languages, listener);
    TranscriptSearch.Found found = search.search(transcripts, true);
    return new Diagnosis(
        search.result(found),
        found == null ? "" : found.toString(),
        new MetadataSearch(videoId, listener).search(metadata, true));
  }

  /** Cancels the current fetches and closes the connections. */
  @Override
  public void close() {
    transport.close();
  }
}
