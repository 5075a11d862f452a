package dev.vidwiz.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunTest {

  private final Measurement bare = new Measurement("bare", 200, 1, 2, 10, 0, null);
  private final Measurement served = new Measurement("served", 150, 1, 2, 20, 0, "bare");

  @Test
  void a_rate_is_compared_with_that_of_its_ceiling() {
    Run run = Samples.run(Samples.TIME, List.of(served, bare), List.of());
    assertThat(run.share(served)).contains(0.75);
    assertThat(run.share(bare)).isEmpty();
  }

  @Test
  void ceilings_are_listed_separately() {
    Run run = Samples.run(Samples.TIME, List.of(bare, served), List.of());
    assertThat(run.workloads()).containsExactly(served);
    assertThat(run.ceilings()).containsExactly(bare);
  }

  @Test
  void a_ceiling_must_be_measured() {
    assertThatThrownBy(() -> Samples.run(Samples.TIME, List.of(served), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bare");
  }

  @Test
  void names_are_unique() {
    assertThatThrownBy(() -> Samples.run(Samples.TIME, List.of(bare, bare), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
