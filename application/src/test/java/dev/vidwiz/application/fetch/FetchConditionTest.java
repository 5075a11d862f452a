package dev.vidwiz.application.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.fetch.FetchState.Kind;
import dev.vidwiz.domain.task.TaskType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log and operators are told of a worker. */
class FetchConditionTest {

  private static final TaskType TYPE = TaskType.TRANSCRIPT;

  private final SettableClock clock = new SettableClock();
  private final FetchCondition condition = new FetchCondition(clock.instant());
  private final Logger logger = Logger.getLogger(FetchWorker.class.getName());
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

  @BeforeEach
  void listen() {
    logger.addHandler(handler);
  }

  @AfterEach
  void stopListening() {
    logger.removeHandler(handler);
  }

  @Test
  void a_block_is_logged_once_and_its_end_too() {
    FetchState before = condition.state();
    block();
    clock.advance(Duration.ofMinutes(15));
    block();
    assertThat(condition.state().since()).isEqualTo(before.since());
    assertThat(condition.state().nextTry()).isEqualTo(clock.instant().plusSeconds(60));
    condition.working(TYPE, clock.instant());
    condition.working(TYPE, clock.instant());

    assertThat(lines)
        .containsExactly(
            "WARNING YouTube refuses this server: android: 429. Nothing is fetched before 12:02"
                + " UTC; then one video is tried",
            "INFO YouTube works again");
    assertThat(condition.state())
        .isEqualTo(new FetchState(Kind.WORKING, clock.instant(), null, null));
  }

  @Test
  void one_withheld_video_among_others_is_logged_once_an_hour() {
    for (int i = 0; i < 60; i++) {
      condition.withheld(TYPE, "android: empty", clock.instant());
      condition.working(TYPE, clock.instant());
      clock.advance(Duration.ofSeconds(59));
    }
    assertThat(lines).hasSize(2);

    clock.advance(Duration.ofMinutes(1));
    condition.withheld(TYPE, "android: empty", clock.instant());

    assertThat(lines)
        .containsExactly(
            "WARNING YouTube withholds: android: empty. Such a video is tried again, later each"
                + " time",
            "INFO YouTube works again",
            "WARNING YouTube withholds: android: empty. Such a video is tried again, later each"
                + " time");
  }

  @Test
  void a_block_resets_withheld_types() {
    condition.withheld(TaskType.METADATA, "page: empty", clock.instant());
    block();
    condition.working(TYPE, clock.instant());

    assertThat(condition.state().kind()).isEqualTo(Kind.WORKING);
    assertThat(lines).hasSize(3);
  }

  private void block() {
    condition.resting(
        Kind.BLOCKED, "android: 429", clock.instant().plusSeconds(60), clock.instant());
  }
}
