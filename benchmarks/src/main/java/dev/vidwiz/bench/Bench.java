package dev.vidwiz.bench;

import dev.vidwiz.bench.workload.Load;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The command line of the benchmarks: a load test, or with {@code micro} the JMH benchmarks. */
public final class Bench {

  private static final int OK = 0;

  private static final String HELP =
      """
      usage: vidwiz bench [OPTION...]      load test of the server and of a minimal one
             vidwiz bench micro [PATTERN]  JMH: code that runs on every request (its options: micro -h)

      options:
      """
          + Load.HELP;

  private Bench() {}

  static void main(String[] args) throws Exception {
    System.exit(run(Arrays.asList(args)));
  }

  private static int run(List<String> args) throws Exception {
    return switch (args.isEmpty() ? "" : args.getFirst()) {
      case "-h", "--help" -> {
        System.out.print(HELP);
        yield OK;
      }
      case "micro" -> micro(args.subList(1, args.size()));
      default -> Load.run(args, home());
    };
  }

  private static Path home() {
    return Path.of(Objects.requireNonNull(System.getenv("VIDWIZ_HOME"), "start ./vidwiz bench"));
  }

  private static int micro(List<String> args) throws Exception {
    org.openjdk.jmh.Main.main(args.toArray(String[]::new));
    return OK;
  }
}
