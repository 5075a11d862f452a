package dev.vidwiz.application.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.chat.ChatModelException;
import dev.vidwiz.application.storage.StorageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureLogTest {

  private static final StorageException OUTAGE = StorageException.unavailable("away", null);

  private final Lines lines = new Lines();
  private long nanos;
  private final FailureLog log = new FailureLog(lines, () -> nanos);

  @Test
  void an_outage_is_left_to_the_health_check() {
    log.failed("one", OUTAGE);
    log.failed("two", new ExecutionException(OUTAGE));
    log.worked("again");

    assertThat(lines.levels).containsExactly("DEBUG", "DEBUG");
  }

  @Test
  void other_failures_are_warnings_once_an_hour() {
    for (int i = 0; i < 10; i++) {
      log.failed("it", StorageException.broken("no table", null));
    }
    log.failed("it", StorageException.broken("no column", null));
    assertThat(lines.levels.stream().filter("WARNING"::equals)).hasSize(2);

    nanos += Duration.ofHours(1).toNanos();
    log.failed("it", StorageException.broken("no table", null));
    assertThat(lines.levels.stream().filter("WARNING"::equals)).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void a_model_that_answers_is_no_outage(ChatModelException.Kind kind) {
    for (int i = 0; i < 3; i++) {
      log.failed("it", new ChatModelException(kind, "status 402", null, null));
    }

    assertThat(lines.levels).containsExactly("WARNING", "DEBUG", "DEBUG");
  }

  @Test
  void a_model_that_cannot_be_connected_to_is_an_outage() {
    log.failed("it", ChatModelException.unreachable("refused", null));

    assertThat(lines.levels).containsExactly("DEBUG");
  }

  @Test
  void a_storage_that_answers_is_no_outage() {
    log.failed("it", StorageException.overloaded("canceled", null));

    assertThat(lines.levels).containsExactly("WARNING");
  }

  @Test
  void the_end_is_logged_once_and_the_next_failure_is_a_warning_again() {
    log.failed("it", new IllegalStateException("no"));
    log.worked("again");
    log.worked("again");
    log.failed("it", new IllegalStateException("no"));

    assertThat(lines.levels).containsExactly("WARNING", "INFO", "WARNING");
  }

  /** Keeps the levels. */
  private static final class Lines implements System.Logger {

    private final List<String> levels = new ArrayList<>();

    @Override
    public String getName() {
      return "lines";
    }

    @Override
    public boolean isLoggable(Level level) {
      return true;
    }

    @Override
    public void log(
        Level level, @Nullable ResourceBundle bundle, String message, Throwable thrown) {
      levels.add(level.getName());
    }

    @Override
    public void log(
        Level level, @Nullable ResourceBundle bundle, String format, Object... arguments) {
      levels.add(level.getName());
    }
  }
}
