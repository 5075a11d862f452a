package dev.vidwiz.youtube;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vidwiz.youtube.YouTubeSettings.YtDlpSettings;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The program yt-dlp. It has more ways to get data than VidWiz, and its authors update it often.
 */
record YtDlp(SourceInfo info, YtDlpSettings settings, YouTubeHttp http)
    implements TranscriptSource {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private static final List<String> LIST =
      List.of("-J", "--skip-download", "--extractor-args", "youtube:skip=translated_subs,hls,dash");

  /** The parameter of machine translations, which yt-dlp lists among generated captions. */
  private static final Pattern TRANSLATED = Pattern.compile("[?&]tlang=");

  YtDlp(YtDlpSettings settings, YouTubeHttp http) {
    this(new SourceInfo("yt-dlp", "yt-dlp -J", true, Set.of(Key.TITLE)), settings, http);
  }

  @Override
  public List<CaptionTrack> tracks(Fetch fetch) throws Refusal, InterruptedException {
    JsonNode video = video(fetch);
    String status = video.path("live_status").asText();
    Playability.requireComplete(
        status.equals("is_live"),
        status.equals("is_upcoming"),
        Times.ofSeconds(video.path("release_timestamp")));
    List<CaptionTrack> tracks =
        Stream.concat(
                tracks(video.path("subtitles"), false),
                tracks(video.path("automatic_captions"), true))
            .toList();
    if (tracks.isEmpty()) {
      // It does not list captions that are gated, so the video may have some.
      throw Refusal.withheld("yt-dlp lists no captions");
    }
    return tracks;
  }

  /** Downloads with yt-dlp what YouTube refuses to VidWiz: its cookies may be accepted. */
  @Override
  public String captions(CaptionTrack track, Fetch fetch) throws Refusal, InterruptedException {
    try {
      return http.captions(track, YouTubeSettings.BROWSER, fetch);
    } catch (Refusal e) {
      if (e.kind() == Refusal.Kind.BLOCKED) {
        return download(track, fetch);
      }
      throw e;
    }
  }

  @Override
  public MetadataDocument metadata(Fetch fetch) throws Refusal, InterruptedException {
    JsonNode video = video(fetch);
    return new MetadataDocument()
        .text(Key.TITLE, video.path("title"))
        .text(Key.UPLOADER, video.path("uploader"), video.path("channel"))
        .address(Key.UPLOADER_URL, video.path("uploader_url"))
        .text(Key.CHANNEL, video.path("channel"), video.path("uploader"))
        .address(Key.CHANNEL_URL, video.path("channel_url"))
        .text(Key.UPLOAD_DATE, video.path("upload_date"))
        .duration(video.path("duration"))
        .number(Key.VIEW_COUNT, video.path("view_count"))
        .number(Key.LIKE_COUNT, video.path("like_count"))
        .description(video.path("description"))
        .address(Key.THUMBNAIL, video.path("thumbnail"));
  }

  private JsonNode video(Fetch fetch) throws Refusal, InterruptedException {
    YtDlpProcess.Output output = run(fetch, LIST);
    if (output.status() != 0 && output.errors().contains("No video formats found")) {
      // Captions do not need formats. If always set, the option would hide the reason of a refusal.
      output = run(fetch, LIST, "--ignore-no-formats-error");
    }
    JsonNode video = Json.object(text(output));
    fetch.requireSameVideo(video.path("id"));
    return video;
  }

  private String download(CaptionTrack track, Fetch fetch) throws Refusal, InterruptedException {
    try {
      Path directory = Files.createTempDirectory("vidwiz-yt-dlp");
      try {
        text(
            run(
                fetch,
                List.of("--skip-download", "--ignore-no-formats-error"),
                track.generated() ? "--write-auto-subs" : "--write-subs",
                "--sub-langs",
                track.language(),
                "--sub-format",
                "json3/srv1/best",
                "--paths",
                directory.toString(),
                "--output",
                "captions"));
        return onlyFile(directory);
      } finally {
        delete(directory);
      }
    } catch (IOException e) {
      throw Refusal.withheld("the temporary directory cannot be used: " + e);
    }
  }

  private static String onlyFile(Path directory) throws IOException, Refusal {
    File[] files = directory.toFile().listFiles(File::isFile);
    if (files == null || files.length == 0) {
      throw Refusal.withheld("yt-dlp wrote no captions");
    }
    try (InputStream in = Files.newInputStream(files[0].toPath())) {
      return new String(HttpTransport.read(in, CaptionFile.MAX_BYTES), UTF_8);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private YtDlpProcess.Output run(Fetch fetch, List<String> arguments, String... more)
      throws Refusal, InterruptedException {
    List<String> all = new ArrayList<>(List.of("--ignore-config", "--no-warnings"));
    all.addAll(arguments);
    all.addAll(List.of(more));
    if (settings.cookies() != null) {
      all.addAll(List.of("--cookies", settings.cookies().toString()));
    }
    all.addAll(List.of("--", fetch.videoId().value()));
    try {
      return new YtDlpProcess(settings.program(), settings.proxy())
          .run(all, fetch.timeLeft(TIMEOUT));
    } catch (IOException e) {
      throw Refusal.withheld("yt-dlp cannot be run: " + e.getMessage());
    }
  }

  private static String text(YtDlpProcess.Output output) throws Refusal {
    if (output.status() != 0) {
      throw YtDlpErrors.refusal(output.errors());
    }
    return output.text();
  }

  /**
   * Each language has the same captions in many formats. Chats are no captions, and what YouTube
   * translates itself ({@code tlang}) is not what was said.
   */
  private static Stream<CaptionTrack> tracks(JsonNode languages, boolean generated) {
    return languages
        .propertyStream()
        .filter(language -> !language.getKey().equals("live_chat"))
        .flatMap(language -> track(language.getKey(), language.getValue(), generated).stream());
  }

  private static Optional<CaptionTrack> track(
      String language, JsonNode formats, boolean generated) {
    return formats
        .valueStream()
        .map(format -> format.path("url").textValue())
        .filter(Objects::nonNull)
        .filter(link -> !TRANSLATED.matcher(link).find())
        .map(link -> new CaptionTrack(link, language.replaceFirst("-orig$", ""), generated))
        .findFirst();
  }
}
