package dev.vidwiz.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

  @TempDir Path folder;

  @Test
  void the_page_contains_the_values() throws IOException {
    publish(Samples.latest());
    assertThat(page())
        .contains("SQLite", "64 connections", "1,000,000 notes", "A processor", "commit 1234567")
        .contains("16,290", "89 % of bare", "3.72 / 12.6", "98.4", "10,260, 3 errors")
        .contains("118", "first answer")
        .doesNotContain("2026-03-04 04:06");
  }

  @Test
  void the_page_compares_a_run_with_the_former_one() throws IOException {
    publish(Samples.former());
    String said = publish(Samples.latest());
    assertThat(said).contains("compared with 2026-03-04 04:06 UTC");
    assertThat(page())
        .contains("2026-03-04 04:06 UTC", "10,860", "<span class=\"better\">+50 %</span>")
        .contains("<span class=\"worse\">-13 %</span>", "<span class=\"same\">+0 %</span>");
  }

  @Test
  void names_are_escaped() throws IOException {
    publish(Samples.latest());
    assertThat(page()).contains("bare &lt;Javalin&gt;").doesNotContain("<Javalin>");
  }

  @Test
  void the_page_is_self_contained() throws IOException {
    publish(Samples.latest());
    assertThat(page()).doesNotContain("<script", "<link", "src=", "url(", "http");
  }

  @Test
  void several_databases_share_a_page() throws IOException {
    Run run = Samples.latest();
    Conditions postgres = new Conditions("PostgreSQL 17", 64, 1, 1, 1, 1);
    publish(
        run, new Run(run.time(), null, run.machine(), postgres, run.measurements(), run.figures()));
    assertThat(page()).contains("<h2>SQLite</h2>", "<h2>PostgreSQL 17</h2>");
  }

  private String publish(Run... runs) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    new Report(folder, new PrintStream(said, true, StandardCharsets.UTF_8)).publish(List.of(runs));
    return said.toString(StandardCharsets.UTF_8);
  }

  private String page() throws IOException {
    return Files.readString(folder.resolve("bench.html"));
  }
}
