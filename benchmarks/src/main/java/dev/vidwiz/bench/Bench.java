package dev.vidwiz.bench;

import java.util.Arrays;
import java.util.List;

/** The command line of the benchmarks: a load run, or with the word {@code micro} those of JMH. */
public final class Bench {

  private static final int OK = 0;
  private static final int USAGE = 64;

  private static final String HELP =
      """
      usage: vidwiz bench [OPTION...]      load on the real server, and on the bare minimum beside it
             vidwiz bench micro [PATTERN]  JMH: what runs on every request (its options: micro -h)
      """;

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
      default -> usage();
    };
  }

  private static int micro(List<String> args) throws Exception {
    org.openjdk.jmh.Main.main(args.toArray(String[]::new));
    return OK;
  }

  private static int usage() {
    System.err.print(HELP);
    return USAGE;
  }
}
