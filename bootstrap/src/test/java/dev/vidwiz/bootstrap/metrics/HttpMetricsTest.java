package dev.vidwiz.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.http.monitor.CompletedRequest;
import dev.vidwiz.http.monitor.CompletedRequest.Target;
import dev.vidwiz.http.monitor.HoldReason;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpMetricsTest {

  private static final CompletedRequest.Result OK = new CompletedRequest.Result(200, null);

  private final Metrics metrics = new Metrics("1");

  @AfterEach
  void close() {
    metrics.close();
  }

  @Test
  void held_requests_have_a_separate_timer() {
    complete("GET", Duration.ofMillis(7), null);
    metrics.held(HoldReason.POLL);
    complete("GET", Duration.ofSeconds(60), HoldReason.POLL);

    assertThat(metrics.metrics())
        .contains(
            "http_server_requests_seconds_bucket{method=\"GET\",route=\"/x\",status=\"200\",le=\"0.005\"}"
                + " 0\n",
            "http_server_requests_seconds_bucket{method=\"GET\",route=\"/x\",status=\"200\",le=\"0.01\"}"
                + " 1\n",
            "http_server_requests_seconds_count{method=\"GET\",route=\"/x\",status=\"200\"} 1\n",
            "http_server_held_requests_seconds_sum{held=\"poll\",method=\"GET\",route=\"/x\",status=\"200\"}"
                + " 60.0\n");
  }

  @Test
  void counts_open_held_requests() {
    metrics.held(HoldReason.ANSWER_STREAM);
    metrics.held(HoldReason.ANSWER_STREAM);
    complete("POST", Duration.ofSeconds(1), HoldReason.ANSWER_STREAM);

    assertThat(metrics.metrics())
        .contains(
            "http_server_held_requests_open{held=\"answer_stream\"} 1.0\n",
            "http_server_held_requests_open{held=\"poll\"} 0.0\n");
  }

  @Test
  void unknown_methods_share_a_label() {
    complete("BREW", Duration.ofMillis(1), null);
    complete("WHEN", Duration.ofMillis(1), null);

    assertThat(metrics.metrics())
        .contains(
            "http_server_requests_seconds_count{method=\"other\",route=\"/x\",status=\"200\"} 2\n")
        .doesNotContain("BREW", "WHEN");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /health, /health",
    "GET, /ready, /ready",
    "HEAD, /ready, none",
    "GET, /v2/internal/metrics, /v2/internal/metrics"
  })
  void probes_are_not_counted(String method, String path, String route) {
    Target target = new Target(method, path, route);
    metrics.completed(new CompletedRequest("id", "::1", target, OK, Duration.ofMillis(1), null));

    assertThat(metrics.metrics()).doesNotContain("http_server_requests_seconds_count");
  }

  private void complete(String method, Duration duration, HoldReason held) {
    Target target = new Target(method, "/x/1", "/x");
    metrics.completed(new CompletedRequest("id", "::1", target, OK, duration, held));
  }
}
