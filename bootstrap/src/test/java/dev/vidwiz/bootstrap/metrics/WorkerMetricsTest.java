package dev.vidwiz.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.fetch.FetchState;
import dev.vidwiz.application.fetch.FetchState.Kind;
import dev.vidwiz.youtube.Attempt;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerMetricsTest {

  private final Metrics metrics = new Metrics("1");

  @AfterEach
  void close() {
    metrics.close();
  }

  @Test
  void the_gauge_of_the_current_state_is_1() {
    assertThat(metrics.metrics()).contains("vidwiz_fetch_state{state=\"working\"} 0.0\n");

    metrics.watchFetches(() -> new FetchState(Kind.BLOCKED, Instant.EPOCH, null, "429"));

    assertThat(metrics.metrics())
        .contains(
            "vidwiz_fetch_state{state=\"working\"} 0.0\n",
            "vidwiz_fetch_state{state=\"withheld\"} 0.0\n",
            "vidwiz_fetch_state{state=\"blocked\"} 1.0\n",
            "vidwiz_fetch_state{state=\"unreachable\"} 0.0\n");
  }

  @Test
  void requests_are_counted_by_source_and_outcome() {
    metrics.count(new Attempt("android", "", "found", "", Duration.ZERO));
    metrics.count(new Attempt("android", "", "found", "", Duration.ZERO));
    metrics.count(new Attempt("page", "", "blocked", "", Duration.ZERO));

    assertThat(metrics.metrics())
        .contains(
            "vidwiz_fetch_attempts_total{outcome=\"found\",source=\"android\"} 2.0\n",
            "vidwiz_fetch_attempts_total{outcome=\"blocked\",source=\"page\"} 1.0\n");
  }
}
