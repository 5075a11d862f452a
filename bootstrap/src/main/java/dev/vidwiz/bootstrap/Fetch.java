package dev.vidwiz.bootstrap;

import dev.vidwiz.application.fetch.Fetched;
import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.bootstrap.settings.Settings;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.youtube.Attempt;
import dev.vidwiz.youtube.Diagnosis;
import dev.vidwiz.youtube.YouTubeVideoSource;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code vidwiz fetch VIDEO}: requests a video from every source and prints the results. */
final class Fetch {

  private static final String STORE = "--store";

  private static final Arguments.Form ARGUMENTS =
      new Arguments.Form(
          """
          usage: vidwiz fetch VIDEO [--store] [--server URL]

          Requests a video from every source of transcripts and metadata, and prints the results.
            VIDEO     its id or URL
            --store   also stores the results at a server
            --server  by default http://HOST:PORT of the settings; ADMIN_TOKEN must be that of the server\
          """,
          List.of(Arguments.VIDEO),
          Set.of(STORE),
          Set.of(Arguments.SERVER));

  private static final String ROW = "%-9s %-49s %-14s %8s  %s%n";

  private Fetch() {}

  static int run(List<String> args) throws InterruptedException {
    Arguments arguments = ARGUMENTS.parse(args);
    VideoId videoId = arguments.video();
    URI address = arguments.server();
    Settings settings = ProgramSettings.read();
    RemoteServices remote = new RemoteServices(settings);
    System.out.printf("Video %s, requested by vidwiz %s%n%n", videoId, Version.current());
    System.out.printf(ROW, "source", "request", "outcome", "time", "found");
    Diagnosis diagnosis = diagnose(remote, videoId);
    System.out.println();
    System.out.println("Transcript: " + transcript(diagnosis));
    System.out.println("Metadata:   " + metadata(diagnosis.metadata()));
    if (arguments.has(STORE)) {
      try (ServerToFill server = new ServerToFill(address, settings)) {
        store(diagnosis, videoId, server);
      }
    }
    return diagnosis.transcript() instanceof Fetched.Found ? ExitStatus.OK : ExitStatus.UNAVAILABLE;
  }

  private static Diagnosis diagnose(RemoteServices remote, VideoId videoId)
      throws InterruptedException {
    try (YouTubeVideoSource source = remote.videoSource(InstantSource.system(), Fetch::print)) {
      return source.diagnose(videoId);
    }
  }

  private static void store(Diagnosis diagnosis, VideoId videoId, ServerToFill server)
      throws InterruptedException {
    if (diagnosis.metadata() instanceof Fetched.Found<FetchedMetadata>(var metadata)) {
      server.storeMetadata(videoId, metadata.document());
      System.out.println("Stored the metadata at " + server.address());
    }
    if (diagnosis.transcript() instanceof Fetched.Found<JsonText>(var transcript)) {
      server.storeTranscript(videoId, transcript);
      System.out.println("Stored the transcript at " + server.address());
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
      case Fetched.Gone<?>(String sentence) -> "none, permanently: " + sentence;
      case Fetched.NotYet<?> wait ->
          "not yet ("
              + wait.cause().name().toLowerCase(Locale.ROOT).replace('_', '-')
              + (wait.startsAt() == null ? "" : ", starts at " + wait.startsAt())
              + "); the server tries again automatically";
      case Fetched.Withheld<?> ignored ->
          "withheld: no source gives it now; the server tries again automatically, later each time";
      case Fetched.Blocked<?> ignored ->
          "blocked: YouTube refuses this server; see \"What to do when YouTube refuses your"
              + " server\" in docs/operations.md";
      case Fetched.Unreachable<?> ignored ->
          "unreachable: no source could be reached; check the network and YOUTUBE_PROXY";
    };
  }
}
