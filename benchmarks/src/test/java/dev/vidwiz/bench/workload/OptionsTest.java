package dev.vidwiz.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidwiz.bench.seed.Sizes;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

  @Test
  void without_options_everything_is_measured_at_full_size() {
    Options options = Options.parse(List.of());
    assertThat(options.postgres()).isNull();
    assertThat(options.sizes()).isEqualTo(new Sizes(1_000, 1_000_000, 100_000, 100_000));
    assertThat(options.connections()).isEqualTo(64);
    assertThat(options.parts()).containsExactly(Part.values());
  }

  @Test
  void a_later_option_overrides_quick() {
    Options options = Options.parse(List.of("--quick", "--seconds", "3", "--only", "me,write"));
    assertThat(options.sizes().notes()).isEqualTo(10_000);
    assertThat(options.time()).isEqualTo(Duration.ofSeconds(3));
    assertThat(options.parts()).containsExactly(Part.ME, Part.WRITE);
  }

  @Test
  void a_postgresql_database_is_selected_by_its_address() {
    Options options = Options.parse(List.of("--database", "postgresql://me@there:5433/mine"));
    assertThat(options.postgres()).isNotNull().extracting("hosts").isEqualTo("there:5433");
  }

  @ParameterizedTest
  @CsvSource({
    "--seconds, soon, must be a number",
    "--seconds, 0, from 1 up",
    "--only, everything, 'start,'",
    "--database, sqlite:///x.db, address of a PostgreSQL database",
    "--colour, blue, no option --colour",
    "--tasks, 1000000, require",
    "micro, x, not an option",
  })
  void invalid_options_are_reported(String option, String value, String message) {
    assertThatThrownBy(() -> Options.parse(List.of(option, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
