package dev.vidwiz.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTest {

  @TempDir Path folder;

  @Test
  void a_run_is_stored_and_read_unchanged() throws IOException {
    runs().save(Samples.former());
    assertThat(runs().former(Samples.latest())).contains(Samples.former());
  }

  @Test
  void later_runs_are_not_former_runs() throws IOException {
    runs().save(Samples.latest());
    assertThat(runs().former(Samples.latest())).isEmpty();
    assertThat(runs().former(Samples.former())).isEmpty();
  }

  @Test
  void the_newest_earlier_run_is_the_former_one() throws IOException {
    runs().save(Samples.run(Samples.TIME.minusSeconds(9_000), List.of(), List.of()));
    runs().save(Samples.former());
    runs().save(Samples.run(Samples.TIME.minusSeconds(8_000), List.of(), List.of()));
    assertThat(runs().former(Samples.latest())).contains(Samples.former());
  }

  @Test
  void runs_under_other_conditions_are_not_compared() throws IOException {
    Run run = Samples.former();
    Conditions small = new Conditions("SQLite", 64, 1, 1, 1, 1);
    runs().save(new Run(run.time(), null, run.machine(), small, run.measurements(), run.figures()));
    assertThat(runs().former(Samples.latest())).isEmpty();
  }

  @Test
  void files_that_cannot_be_parsed_are_skipped() throws IOException {
    runs().save(Samples.former());
    Files.writeString(folder.resolve("old.json"), "{\"measurements\": 7}");
    Files.writeString(folder.resolve("broken.json"), "{");
    assertThat(runs().former(Samples.latest())).contains(Samples.former());
  }

  private Runs runs() {
    return new Runs(folder);
  }
}
