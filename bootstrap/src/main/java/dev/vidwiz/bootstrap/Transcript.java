package dev.vidwiz.bootstrap;

import dev.vidwiz.bootstrap.network.Proxies;
import dev.vidwiz.bootstrap.settings.Settings;
import dev.vidwiz.domain.transcript.Moment;
import dev.vidwiz.domain.transcript.Segment;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.youtube.CaptionFile;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code vidwiz transcript VIDEO FILE}: stores captions from a file at a server. */
final class Transcript {

  private static final Arguments.Form ARGUMENTS =
      new Arguments.Form(
          """
          usage: vidwiz transcript VIDEO FILE [--server URL]

          Stores the transcript of a video at a server that cannot fetch it; replaces an existing one.
            VIDEO     its id or URL
            FILE      .vtt, .srt, .json3 or .json, detected from the content; - reads standard input
            --server  by default http://HOST:PORT of the settings; ADMIN_TOKEN must be that of the server\
          """,
          List.of(Arguments.VIDEO, "FILE"),
          Set.of(),
          Set.of(Arguments.SERVER));

  private Transcript() {}

  static int run(List<String> args) throws InterruptedException {
    Arguments arguments = ARGUMENTS.parse(args);
    VideoId video = arguments.video();
    URI address = arguments.server();
    Settings settings = ProgramSettings.read();
    CaptionFile captions = captions(arguments.file());
    Proxies.install(settings);
    try (ServerToFill server = new ServerToFill(address, settings)) {
      server.storeTranscript(video, captions.transcript());
    }
    System.out.println(summary(video, captions.segments()));
    return ExitStatus.OK;
  }

  private static CaptionFile captions(String file) {
    CaptionFile captions;
    try {
      captions = CaptionFile.parse(TextFile.read(file, CaptionFile.MAX_BYTES)).orThrow();
    } catch (IllegalArgumentException e) {
      throw new CannotRun(
          ExitStatus.BAD_DATA, "%s contains no captions: it %s".formatted(file, e.getMessage()));
    }
    if (captions.segments().isEmpty()) {
      throw new CannotRun(ExitStatus.BAD_DATA, file + " has no text");
    }
    return captions;
  }

  private static String summary(VideoId video, List<Segment> stored) {
    return String.format(
        Locale.ROOT,
        "Stored %,d %s for %s, from %s to %s",
        stored.size(),
        stored.size() == 1 ? "entry" : "entries",
        video,
        clock(stored.stream().mapToDouble(Segment::offset).min().orElse(0)),
        clock(stored.stream().mapToDouble(Segment::end).max().orElse(0)));
  }

  private static String clock(double seconds) {
    return new Moment((long) seconds).clock();
  }
}
