package dev.vidwiz.bench.workload;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.bench.report.Commit;
import dev.vidwiz.bench.report.Conditions;
import dev.vidwiz.bench.report.Machine;
import dev.vidwiz.bench.report.Report;
import dev.vidwiz.bench.report.Run;
import dev.vidwiz.bench.seed.Databases;
import dev.vidwiz.bench.seed.ForeignDatabaseException;
import dev.vidwiz.bench.seed.Sizes;
import dev.vidwiz.bench.server.NotStartedException;
import dev.vidwiz.bench.server.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The command {@code vidwiz bench}: a load test of the server, with a report. */
public final class Load {

  /** The help text of the options. */
  public static final String HELP = Options.HELP;

  private static final int OK = 0;
  private static final int USAGE = 64;
  private static final int UNAVAILABLE = 69;

  private Load() {}

  /**
   * Measures and reports.
   *
   * @param home the folder of the sources of VidWiz
   * @return the exit status
   */
  public static int run(List<String> args, Path home) throws InterruptedException {
    Options options;
    try {
      options = Options.parse(args);
    } catch (IllegalArgumentException e) {
      System.err.println("vidwiz bench: " + e.getMessage() + "; see vidwiz bench --help");
      return USAGE;
    }
    try {
      Path target = home.resolve("benchmarks/target");
      Program program = Program.inClone(home, options.jvmOptions(), target.resolve("logs"));
      new Report(target, System.out)
          .publish(List.of(run(options, program, home, target.resolve("databases"))));
      return OK;
    } catch (NotStartedException | ForeignDatabaseException e) {
      System.err.println("vidwiz bench: " + e.getMessage());
    } catch (SQLException | StorageException e) {
      System.err.println("vidwiz bench: the database cannot be used: " + e.getMessage());
    } catch (IOException | UncheckedIOException e) {
      System.err.println("vidwiz bench: " + e.getMessage());
    }
    return UNAVAILABLE;
  }

  static Run run(Options options, Program program, Path home, Path folder)
      throws IOException, SQLException, InterruptedException {
    Databases databases = Databases.of(options.postgres(), folder);
    Sizes sizes = options.sizes();
    Conditions conditions =
        new Conditions(
            databases.product(),
            options.connections(),
            sizes.users(),
            sizes.notes(),
            sizes.videos(),
            sizes.tasks());
    Results results = new Results(System.err);
    new LoadRun(new Stage(options, results), databases, program).run();
    return new Run(
        Instant.now(),
        Commit.of(home),
        Machine.here(),
        conditions,
        results.measurements(),
        results.figures());
  }
}
