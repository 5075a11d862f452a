package dev.vidwiz.application.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.storage.StorageException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the log says of the states of a part. */
class ProbeTest {

  private static final Check UP = () -> {};
  private static final Check READ_ONLY =
      () -> {
        throw new DegradedException("It is read-only");
      };
  private static final Check AWAY =
      () -> {
        throw StorageException.unavailable("away", null);
      };
  private static final Check REFUSED =
      () -> {
        throw new DownException("The password is refused", null);
      };

  // A logger that nobody refers to could be collected, with its handler.
  private final Logger logger = Logger.getLogger(Probe.class.getName());
  private final List<String> lines = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(line.getLevel() + " " + line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private final SettableClock clock = new SettableClock();

  @BeforeEach
  void listen() {
    logger.addHandler(handler);
  }

  @AfterEach
  void stopListening() {
    logger.removeHandler(handler);
  }

  @Test
  void a_failover_has_a_line_for_each_state() {
    look(Part.DATABASE, UP, REFUSED, REFUSED, READ_ONLY, READ_ONLY, UP, UP);

    assertThat(lines)
        .containsExactly(
            "WARNING health: DATABASE is DOWN: The password is refused",
            "WARNING health: DATABASE is DEGRADED: It is read-only",
            "INFO health: DATABASE is UP");
  }

  @Test
  void a_part_that_works_partly_has_a_line_when_it_begins_and_one_when_it_ends() {
    look(Part.DATABASE, READ_ONLY, READ_ONLY, UP);

    assertThat(lines)
        .containsExactly(
            "WARNING health: DATABASE is DEGRADED: It is read-only", "INFO health: DATABASE is UP");
  }

  @Test
  void the_worker_logs_its_states_itself() {
    look(Part.VIDEO_SOURCE, UP, READ_ONLY, UP);

    assertThat(lines).isEmpty();
  }

  @Test
  void an_outage_of_the_database_is_none_of_the_migrations() {
    look(Part.MIGRATIONS, UP, AWAY, wrapped(AWAY), UP);

    assertThat(lines).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "VIDEO_SOURCE")
  void each_part_is_down_with_its_reason(Part part) {
    look(part, REFUSED, UP);

    assertThat(lines)
        .containsExactly(
            "WARNING health: " + part + " is DOWN: The password is refused",
            "INFO health: " + part + " is UP");
  }

  private static Check wrapped(Check check) {
    return () -> {
      try {
        check.look();
      } catch (StorageException e) {
        throw new DownException("It has no connection left", e);
      }
    };
  }

  private void look(Part part, Check... states) {
    List<Check> left = new ArrayList<>(List.of(states));
    Probe probe = new Probe(part, () -> left.removeFirst().look(), clock);
    for (int i = 0; i < states.length; i++) {
      probe.look().join();
      clock.advance(part.trusted());
    }
  }
}
