package dev.vidwiz.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.bench.report.Change.Better;
import dev.vidwiz.bench.report.Change.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTest {

  @ParameterizedTest
  @CsvSource({
    "100, 150, MORE, +50 %, BETTER",
    "100, 150, LESS, +50 %, WORSE",
    "100,  80, MORE, -20 %, WORSE",
    "100,  80, LESS, -20 %, BETTER",
    "100, 104, MORE, +4 %, SAME",
    "  0,   0, LESS, +0 %, SAME",
    "  0,   3, LESS, new, WORSE",
  })
  void has_a_percentage_and_an_assessment(
      double before, double now, Better better, String text, Verdict verdict) {
    Change change = Change.of(before, now, better);
    assertThat(change.text()).isEqualTo(text);
    assertThat(change.verdict()).isEqualTo(verdict);
  }
}
