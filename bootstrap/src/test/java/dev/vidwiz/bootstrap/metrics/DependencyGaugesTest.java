package dev.vidwiz.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.health.Check;
import dev.vidwiz.application.health.CheckHealth;
import dev.vidwiz.application.health.DegradedException;
import dev.vidwiz.application.health.Part;
import dev.vidwiz.youtube.Attempt;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DependencyGaugesTest {

  private static final String UP = "vidwiz_dependency_up";

  private final SettableClock clock = new SettableClock();
  private final Metrics metrics = new Metrics("1");
  private final Map<Part, Check> checks = new EnumMap<>(Part.class);

  @AfterEach
  void close() {
    metrics.close();
  }

  @Test
  void a_part_is_up_or_not_and_has_no_value_when_it_is_not_configured() {
    checks.put(Part.DATABASE, () -> {});
    checks.put(Part.MIGRATIONS, () -> {});
    checks.put(Part.TRANSCRIPT_STORE, DependencyGaugesTest::fail);
    checks.put(
        Part.JOB_QUEUE,
        () -> {
          throw new DegradedException("one of two queues");
        });
    watch();

    assertThat(scrape().value(UP, "dependency", "database")).isEqualTo(1);
    assertThat(scrape().value(UP, "dependency", "s3")).isZero();
    assertThat(scrape().value(UP, "dependency", "sqs")).isZero();
    assertThat(scrape().values("dependency")).containsExactlyInAnyOrder("database", "s3", "sqs");
  }

  @Test
  void a_part_that_is_back_is_up() {
    Check[] model = {DependencyGaugesTest::fail};
    checks.put(Part.CHAT_MODEL, () -> model[0].look());
    watch();
    assertThat(scrape().value(UP, "dependency", "model")).isZero();

    model[0] = () -> {};
    clock.advance(Duration.ofMinutes(1));
    assertThat(scrape().value(UP, "dependency", "model")).isEqualTo(1);
  }

  @Test
  void a_database_with_old_tables_is_not_up() {
    checks.put(Part.DATABASE, () -> {});
    checks.put(Part.MIGRATIONS, DependencyGaugesTest::fail);
    watch();

    assertThat(scrape().value(UP, "dependency", "database")).isZero();
  }

  @Test
  void youtube_has_no_value_before_the_first_fetch() {
    checks.put(Part.VIDEO_SOURCE, () -> {});
    watch();
    assertThat(scrape().names()).doesNotContain(UP);

    metrics.count(new Attempt("android", "", "found", "", Duration.ZERO));
    assertThat(scrape().value(UP, "dependency", "youtube")).isEqualTo(1);
  }

  private void watch() {
    metrics.watch(new CheckHealth(checks, clock));
  }

  private Scrape scrape() {
    return Scrape.of(metrics.metrics());
  }

  private static void fail() throws IOException {
    throw new IOException("down");
  }
}
