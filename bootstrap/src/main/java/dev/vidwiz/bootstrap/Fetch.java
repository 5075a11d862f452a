package dev.vidwiz.bootstrap;

import dev.vidwiz.application.fetch.Fetched;
import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.bootstrap.settings.Settings;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.youtube.Attempt;
import dev.vidwiz.youtube.Diagnosis;
import dev.vidwiz.youtube.YouTubeVideoSource;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/**
 * {@code vidwiz fetch VIDEO}: asks every source for a video, now, and shows what each of them says.
 */
final class Fetch {

  static final String USAGE =
      """
      usage: vidwiz fetch VIDEO [--store] [--server URL]
        asks every source of transcripts and metadata, and prints what each says
        --store       also sends what was found to the server
        --server URL  the server, where it is not the one of the settings\
      """;

  private static final String ROW = "%-9s %-49s %-14s %8s  %s%n";

  private Fetch() {}

  static int run(List<String> args) {
    VideoId videoId = new VideoId(args.getFirst());
    Settings settings = ProgramSettings.read();
    Logging.configure(settings);
    System.out.printf("Video %s, asked by vidwiz %s%n%n", videoId, Version.current());
    System.out.printf(ROW, "source", "request", "outcome", "time", "found");
    Diagnosis diagnosis = diagnose(settings, videoId);
    System.out.println();
    System.out.println("Transcript: " + transcript(diagnosis));
    System.out.println("Metadata:   " + metadata(diagnosis.metadata()));
    return diagnosis.transcript() instanceof Fetched.Found ? ExitStatus.OK : ExitStatus.UNAVAILABLE;
  }

  private static Diagnosis diagnose(Settings settings, VideoId videoId) {
    try (YouTubeVideoSource source =
        new Outside(settings).videoSource(InstantSource.system(), Fetch::print)) {
      return source.diagnose(videoId);
    } catch (InterruptedException e) {
      throw new CannotRun(ExitStatus.UNAVAILABLE, "interrupted");
    }
  }

  private static synchronized void print(Attempt attempt) {
    System.out.printf(
        Locale.ROOT,
        ROW,
        attempt.source(),
        attempt.request(),
        attempt.outcome(),
        attempt.time().toMillis() + " ms",
        attempt.detail());
    System.out.flush();
  }

  private static String transcript(Diagnosis diagnosis) {
    return diagnosis.transcript() instanceof Fetched.Found<JsonText>
        ? "would be stored: " + diagnosis.origin()
        : verdict(diagnosis.transcript());
  }

  private static String metadata(Fetched<FetchedMetadata> fetched) {
    return fetched instanceof Fetched.Found<FetchedMetadata>(FetchedMetadata metadata)
        ? "would be stored: " + metadata.document().value()
        : verdict(fetched);
  }

  private static String verdict(Fetched<?> fetched) {
    return switch (fetched) {
      case Fetched.Found<?> found -> throw new IllegalArgumentException("found: " + found);
      case Fetched.Gone<?>(String sentence) -> "none, for good: " + sentence;
      case Fetched.NotYet<?> wait ->
          "not yet ("
              + wait.cause().name().toLowerCase(Locale.ROOT).replace('_', '-')
              + (wait.startsAt() == null ? "" : ", starts at " + wait.startsAt())
              + "); the server tries again by itself";
      case Fetched.Withheld<?> ignored ->
          "withheld: no source gives it now; the server tries again by itself, later each time";
      case Fetched.Blocked<?> ignored ->
          "blocked: YouTube refuses this server; see \"When YouTube refuses your server\" in"
              + " docs/operations.md";
      case Fetched.Unreachable<?> ignored ->
          "unreachable: no source could be reached; look at the network and YOUTUBE_PROXY";
    };
  }
}
