package dev.vidwiz.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidwiz.bench.report.Figure;
import dev.vidwiz.bench.report.Measurement;
import dev.vidwiz.bench.report.Run;
import dev.vidwiz.bench.server.NotStartedException;
import dev.vidwiz.bench.server.Program;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Complete small runs on the packaged program. */
class LoadTest {

  private static final String[] TINY = {
    "--users",
    "5",
    "--notes",
    "1000",
    "--videos",
    "800",
    "--tasks",
    "500",
    "--seconds",
    "1",
    "--connections",
    "4",
    "--pollers",
    "20",
    "--watchers",
    "10"
  };

  @TempDir Path folder;

  @Test
  void everything_is_measured_on_sqlite() throws Exception {
    Run run = run();
    assertThat(run.conditions().database()).startsWith("SQLite 3");
    assertThat(run.measurements())
        .extracting(Measurement::workload)
        .containsExactlyInAnyOrder(
            "GET users/me",
            "bare Javalin handler",
            "bare JDBC point read",
            "GET 10 notes",
            "search of 500 own videos",
            "claim + result, 1 worker",
            "claim + result, 16 workers",
            "write notes",
            "write notes, empty database",
            "write notes, full database")
        .doesNotHaveDuplicates();
    assertThat(run.measurements())
        .allSatisfy(
            measurement -> {
              assertThat(measurement.errors()).isZero();
              assertThat(measurement.perSecond()).isPositive();
            });
    assertThat(run.figures())
        .extracting(Figure::name)
        .contains("change to 10 watchers p99", "first answer, median of 5")
        .doesNotHaveDuplicates();
  }

  @Test
  void some_parts_are_measured_on_postgresql() throws Exception {
    try (TestDatabase neighbour = TestPostgres.createDatabase()) {
      Run run = run("--database", neighbour.url(), "--only", "ceilings,tasks,growth,held");
      assertThat(run.conditions().database()).contains("PostgreSQL", "fsync off");
      assertThat(run.measurements()).hasSize(6).allMatch(each -> each.errors() == 0);
      neighbour.execute("DROP DATABASE " + neighbour.url().replaceFirst(".*/", "") + "_bench_seed");
    }
  }

  @Test
  void the_log_of_a_server_that_does_not_start_is_quoted() {
    Program broken = new Program(program("serf"), "", folder);
    assertThatThrownBy(() -> Load.run(options("--only", "me"), broken, folder, folder))
        .isInstanceOf(NotStartedException.class)
        .hasMessageContaining("there is no command \"serf\"");
  }

  private Run run(String... args) throws Exception {
    return Load.run(options(args), new Program(program("serve"), "", folder), folder, folder);
  }

  private static Options options(String... more) {
    List<String> args = new ArrayList<>(Arrays.asList(TINY));
    args.addAll(Arrays.asList(more));
    return Options.parse(args);
  }

  private static List<String> program(String command) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        "dev.vidwiz.bootstrap.Main",
        command);
  }
}
