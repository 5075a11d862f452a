package dev.vidwiz.youtube;

import dev.vidwiz.application.fetch.Fetched;
import dev.vidwiz.application.fetch.VideoSource;
import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.youtube.YouTubeSettings.DataApiSettings;
import dev.vidwiz.youtube.YouTubeSettings.YtDlpSettings;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Fetches from YouTube, by one source after another until one gives what is wanted. Thread-safe. A
 * fetch takes 90 seconds at most, and does not depend on earlier ones.
 */
public final class YouTubeVideoSource implements VideoSource, AutoCloseable {

  private final HttpTransport transport;
  private final List<String> languages;
  private final Attempts attempts;
  private final List<TranscriptSource> transcripts = new ArrayList<>();
  private final List<MetadataSource> metadata = new ArrayList<>();

  /**
   * Opens a connection pool; nothing is fetched yet, but yt-dlp is asked for its version where
   * there is one.
   *
   * @throws IllegalArgumentException when yt-dlp cannot be run, or is older than a year
   */
  public YouTubeVideoSource(
      YouTubeSettings settings, InstantSource clock, Attempt.Listener listener) {
    this.transport = new HttpTransport(settings.network());
    this.languages = settings.languages();
    this.attempts = new Attempts(listener);
    addSources(settings, clock);
  }

  /** The order in which sources are asked. */
  private void addSources(YouTubeSettings settings, InstantSource clock) {
    Addresses addresses = new Addresses(settings.baseUrl());
    YouTubeHttp http = new YouTubeHttp(addresses, transport);
    PlayerApi api = new PlayerApi(addresses, http);
    WatchPageSource page =
        new WatchPageSource(addresses, http, api, acceptLanguage(settings.languages()));
    List<AppClient> apps =
        settings.clients().stream().map(app -> new AppClient(app, api, addresses, http)).toList();
    Optional<YtDlp> ytDlp =
        Optional.ofNullable(settings.ytDlp())
            .map(
                program ->
                    ytDlp(
                        program,
                        new CaptionFetch(addresses, http, YouTubeSettings.BROWSER),
                        clock));

    transcripts.addAll(apps);
    ytDlp.ifPresent(transcripts::add);
    transcripts.add(page);

    metadata.add(page);
    metadata.add(new WebPlayer(api));
    metadata.addAll(apps);
    DataApiSettings official = settings.dataApi();
    if (official != null) {
      metadata.add(new DataApi(official.baseUrl(), official.key(), transport));
    }
    metadata.add(new OEmbed(addresses, http));
    ytDlp.ifPresent(metadata::add);
  }

  private static YtDlp ytDlp(YtDlpSettings program, CaptionFetch captions, InstantSource clock) {
    YtDlpVersion.requireRecent(
        program.program(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    return new YtDlp(program, captions);
  }

  @Override
  public Fetched<JsonText> fetchTranscript(VideoId videoId) throws InterruptedException {
    TranscriptSearch search = new TranscriptSearch(videoId, languages, attempts);
    Optional<Captured> captured = search.first(transcripts);
    return captured.isPresent()
        ? new Fetched.Found<>(captured.get().document())
        : search.verdict().result();
  }

  @Override
  public Fetched<FetchedMetadata> fetchMetadata(VideoId videoId) throws InterruptedException {
    return new MetadataSearch(videoId, attempts).first(metadata);
  }

  /** Asks every source, whatever the others say; what each said is told to the listener. */
  public Diagnosis diagnose(VideoId videoId) throws InterruptedException {
    TranscriptSearch search = new TranscriptSearch(videoId, languages, attempts);
    Optional<Captured> captured = search.best(transcripts);
    return new Diagnosis(
        captured
            .<Fetched<JsonText>>map(found -> new Fetched.Found<>(found.document()))
            .orElseGet(() -> search.verdict().result()),
        captured.map(Captured::toString).orElse(""),
        new MetadataSearch(videoId, attempts).best(metadata));
  }

  /** {@code en, hi} becomes {@code en,hi;q=0.9,*;q=0.1}: less weight for each place down. */
  private static String acceptLanguage(List<String> languages) {
    StringBuilder header = new StringBuilder();
    for (int i = 0; i < languages.size(); i++) {
      header.append(languages.get(i));
      header.append(i == 0 ? "," : String.format(Locale.ROOT, ";q=0.%d,", Math.max(2, 10 - i)));
    }
    return header.append("*;q=0.1").toString();
  }

  /** Ends the fetches under way and closes the connections. */
  @Override
  public void close() {
    transport.close();
  }
}
