package dev.vidwiz.youtube;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.youtube.YouTubeSettings.YtDlpSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The program yt-dlp, which knows more ways to YouTube than we do and is kept up to date by many.
 */
final class YtDlp implements TranscriptSource, MetadataSource {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final List<String> LIST =
      List.of("-J", "--skip-download", "--extractor-args", "youtube:skip=translated_subs,hls,dash");

  private static final String NO_FORMATS = "No video formats found";

  /** Other errors are about cookies, programs or files, whose names can hold any words. */
  private static final Pattern ABOUT_VIDEO =
      Pattern.compile("ERROR: \\[youtube[^\\]]*\\] [\\w-]{11}: (.*)");

  /** It lists generated captions also in languages into which a machine would put them. */
  private static final Pattern TRANSLATED = Pattern.compile("[?&]tlang=");

  private final YtDlpProcess process;
  private final YtDlpSettings settings;
  private final CaptionFetch captions;

  YtDlp(YtDlpSettings settings, CaptionFetch captions) {
    this.process = new YtDlpProcess(settings.program(), settings.proxy());
    this.settings = settings;
    this.captions = captions;
  }

  @Override
  public String name() {
    return "yt-dlp";
  }

  @Override
  public String request() {
    return "yt-dlp -J";
  }

  @Override
  public boolean isClient() {
    return true;
  }

  @Override
  public List<CaptionTrack> tracks(VideoId videoId, Deadline deadline)
      throws Refusal, InterruptedException {
    JsonNode video = ask(videoId, deadline);
    requireEnded(video);
    List<CaptionTrack> tracks =
        Stream.concat(
                tracks(video.path("subtitles"), false),
                tracks(video.path("automatic_captions"), true))
            .toList();
    if (tracks.isEmpty()) {
      // It leaves out captions that are for browsers only, so there may be some.
      throw Refusal.withheld("yt-dlp lists no captions");
    }
    return tracks;
  }

  /** Lets yt-dlp get what we are refused, as it can be known to YouTube by its cookies. */
  @Override
  public String captions(VideoId videoId, CaptionTrack track, Deadline deadline)
      throws Refusal, InterruptedException {
    try {
      return captions.get(videoId, track, deadline);
    } catch (Refusal e) {
      if (e.kind() == Refusal.Kind.BLOCKED) {
        return download(videoId, track, deadline);
      }
      throw e;
    }
  }

  @Override
  public Set<Key> keys() {
    return Set.of(Key.TITLE);
  }

  @Override
  public MetadataDocument metadata(VideoId videoId, Deadline deadline)
      throws Refusal, InterruptedException {
    JsonNode video = ask(videoId, deadline);
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

  private JsonNode ask(VideoId videoId, Deadline deadline) throws Refusal, InterruptedException {
    YtDlpProcess.Output output = run(deadline, LIST, videoId);
    if (output.status() != 0 && output.errors().contains(NO_FORMATS)) {
      // Captions do not need them. Always passed, the option would hide why a video is refused.
      List<String> arguments = new ArrayList<>(LIST);
      arguments.add("--ignore-no-formats-error");
      output = run(deadline, arguments, videoId);
    }
    if (output.status() != 0) {
      throw refusal(output.errors());
    }
    JsonNode video = PlayerApi.json(output.text());
    if (!video.path("id").asText().equals(videoId.value())) {
      throw Refusal.blocked("an answer about another video");
    }
    return video;
  }

  private String download(VideoId videoId, CaptionTrack track, Deadline deadline)
      throws Refusal, InterruptedException {
    try {
      Path folder = Files.createTempDirectory("vidwiz-yt-dlp");
      try {
        YtDlpProcess.Output output =
            run(
                deadline,
                List.of(
                    "--skip-download",
                    "--ignore-no-formats-error",
                    track.generated() ? "--write-auto-subs" : "--write-subs",
                    "--sub-langs",
                    track.language(),
                    "--sub-format",
                    "json3/srv1/best",
                    "--paths",
                    folder.toString(),
                    "--output",
                    "captions"),
                videoId);
        if (output.status() != 0) {
          throw refusal(output.errors());
        }
        return onlyFile(folder);
      } finally {
        Folders.delete(folder);
      }
    } catch (IOException e) {
      throw Refusal.withheld("a temporary folder cannot be used: " + e);
    }
  }

  private static String onlyFile(Path folder) throws IOException, Refusal {
    try (Stream<Path> files = Files.list(folder)) {
      Path file =
          files
              .filter(Files::isRegularFile)
              .findFirst()
              .orElseThrow(() -> Refusal.withheld("yt-dlp wrote no captions"));
      if (Files.size(file) > Captions.MAX_BYTES) {
        throw BoundedBody.tooLong(Captions.MAX_BYTES);
      }
      return new String(Files.readAllBytes(file), UTF_8);
    }
  }

  private YtDlpProcess.Output run(Deadline deadline, List<String> arguments, VideoId videoId)
      throws Refusal, InterruptedException {
    List<String> all = new ArrayList<>(List.of("--ignore-config", "--no-warnings"));
    all.addAll(arguments);
    if (settings.cookies() != null) {
      all.addAll(List.of("--cookies", settings.cookies().toString()));
    }
    all.addAll(List.of("--", videoId.value()));
    try {
      return process.run(all, deadline.left(LIMIT));
    } catch (IOException e) {
      throw Refusal.withheld("yt-dlp cannot be run: " + e.getMessage());
    }
  }

  private static Refusal refusal(String errors) {
    String line =
        errors
            .lines()
            .filter(each -> each.startsWith("ERROR:"))
            .findFirst()
            .orElseGet(() -> errors.lines().reduce((earlier, last) -> last).orElse(""));
    Matcher aboutVideo = ABOUT_VIDEO.matcher(line);
    String sentence = aboutVideo.matches() ? aboutVideo.group(1) : line;
    String reason = sentence.length() > 300 ? sentence.substring(0, 300) + "…" : sentence;
    return Reasons.refusal(reason)
        .filter(known -> aboutVideo.matches() || known.kind() == Refusal.Kind.BLOCKED)
        .orElseGet(() -> Refusal.withheld(reason));
  }

  private static void requireEnded(JsonNode video) throws Refusal {
    switch (video.path("live_status").asText()) {
      case "is_live" -> throw Refusal.of(Refusal.Kind.LIVE, "the video is live");
      case "is_upcoming" ->
          throw Refusal.upcoming(
              "the video has not begun", Times.ofSeconds(video.path("release_timestamp")));
      default -> {}
    }
  }

  /**
   * Each language has the same captions in many forms. Chats are no captions, and what YouTube
   * translates itself ({@code tlang}) is not what was said.
   */
  private static Stream<CaptionTrack> tracks(JsonNode languages, boolean generated) {
    return languages
        .propertyStream()
        .filter(language -> !language.getKey().equals("live_chat"))
        .flatMap(
            language ->
                language
                    .getValue()
                    .valueStream()
                    .map(form -> form.path("url"))
                    .map(JsonNode::textValue)
                    .filter(Objects::nonNull)
                    .filter(url -> !TRANSLATED.matcher(url).find())
                    .limit(1)
                    .map(
                        url ->
                            new CaptionTrack(
                                url, language.getKey().replaceFirst("-orig$", ""), generated)));
  }
}
