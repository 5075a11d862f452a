package dev.vidwiz.bootstrap;

import dev.vidwiz.bootstrap.settings.Settings;
import dev.vidwiz.bootstrap.settings.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code vidwiz train}: starts a server in an empty folder, sends the usual requests and exits,
 * while the JVM records an AOT cache for a fast start. {@code vidwiz train brief} sends each
 * request once, which is enough for a cache of classes only.
 *
 * @see <a href="https://openjdk.org/jeps/514">JEP 514: Ahead-of-Time Command-Line Ergonomics</a>
 * @see <a href="https://openjdk.org/jeps/515">JEP 515: Ahead-of-Time Method Profiling</a>
 */
final class Train {

  /** Long enough to profile the methods that are called often. */
  private static final Duration DURATION = Duration.ofSeconds(10);

  private static final String ADMIN_TOKEN = "known-to-all-and-good-for-seconds-only";

  private Train() {}

  static int run(List<String> args) throws InterruptedException {
    boolean brief = args.equals(List.of("brief"));
    if (!brief) {
      Command.expectNone(args);
    }
    try {
      Path folder = Files.createTempDirectory("vidwiz-train");
      try {
        train(settings(folder), brief ? Duration.ZERO : DURATION);
      } finally {
        delete(folder);
      }
      return ExitStatus.OK;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void train(Settings settings, Duration duration)
      throws IOException, InterruptedException {
    Logging.configure(settings);
    try (RunningServer server = RunningServer.start(settings);
        TrainingRequests requests = new TrainingRequests(server.address(), ADMIN_TOKEN)) {
      requests.sendAll();
      requests.sendFrequent(duration);
      Welcome.text(settings, server.address());
    }
  }

  private static Settings settings(Path folder) {
    Map<String, String> values =
        Map.of(
            "PORT", "0",
            "DATA_DIR", folder.toString(),
            "SECRET_KEY", ADMIN_TOKEN,
            "ADMIN_TOKEN", ADMIN_TOKEN,
            "WORKERS", "none",
            "RATE_LIMIT_ENABLED", "false",
            "LOG_LEVEL", "warn");
    return Settings.read(List.of(new Source("training", values, List.of())));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
