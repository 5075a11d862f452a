package dev.vidwiz.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private long nanos;

  @Test
  void tells_rows_rate_and_time_left_of_all_tables() {
    ProgressLine progress = line(false);
    progress.begin("saving", 100_000);
    progress.at("users", 1_000);
    pass(Duration.ofSeconds(10));
    progress.at("notes", 9_000);

    assertThat(lines())
        .containsExactly("saving notes: 10,000 of 100,000, 1,000/s, 1 min 30 s left");
  }

  @Test
  void without_a_terminal_there_is_a_line_every_ten_seconds() {
    ProgressLine progress = line(false);
    for (int second = 1; second <= 35; second++) {
      pass(Duration.ofSeconds(1));
      progress.at("notes", second * 1_000L);
    }
    progress.close();

    assertThat(lines())
        .containsExactly(
            "notes: 10,000, 1,000/s", "notes: 20,000, 1,000/s", "notes: 30,000, 1,000/s");
  }

  @Test
  void on_a_terminal_one_line_renews_itself_and_is_removed() {
    ProgressLine progress = line(true);
    progress.begin("restoring", 3_000);
    pass(Duration.ofSeconds(1));
    progress.at("notes", 1_000);
    pass(Duration.ofSeconds(1));
    progress.at("notes", 2_000);
    progress.close();

    assertThat(out.toString(UTF_8))
        .isEqualTo(
            "\r\u001B[Krestoring notes: 1,000 of 3,000, 1,000/s, 2 s left"
                + "\r\u001B[Krestoring notes: 2,000 of 3,000, 1,000/s, 1 s left"
                + "\r\u001B[K");
  }

  @Test
  void the_next_part_of_the_work_starts_anew() {
    ProgressLine progress = line(false);
    progress.begin("restoring", 50_000);
    pass(Duration.ofMinutes(1));
    progress.begin("comparing", 50_000);
    pass(Duration.ofSeconds(10));
    progress.at("users", 25_000);

    assertThat(lines()).containsExactly("comparing users: 25,000 of 50,000, 2,500/s, 10 s left");
  }

  @Test
  void more_rows_than_expected_are_not_less_than_nothing_left() {
    ProgressLine progress = line(false);
    progress.begin("saving", 10);
    pass(Duration.ofSeconds(10));
    progress.at("users", 20);

    assertThat(lines()).containsExactly("saving users: 20 of 20, 2/s, 0 s left");
  }

  private ProgressLine line(boolean terminal) {
    return new ProgressLine(terminal, new PrintStream(out, true, UTF_8), () -> nanos);
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  private String[] lines() {
    return out.toString(UTF_8).lines().toArray(String[]::new);
  }
}
