package dev.vidwiz.http.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.limit.Rate;
import dev.vidwiz.http.RecordingMonitor;
import dev.vidwiz.http.error.ApiException;
import dev.vidwiz.http.monitor.OpenRequest;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

  private final HttpClient client = HttpClient.newHttpClient();
  private final RateLimiter limiter =
      new RateLimiter(
          new RateLimits(Map.of(RateGroup.AUTH, new Rate(2, Duration.ofMinutes(1))), null),
          ctx -> false,
          new SettableClock());
  private final Javalin server =
      Javalin.create(
              config -> {
                config.routes.before(RateLimiterTest::open);
                config.routes.beforeMatched(limiter::check);
                config.routes.exception(ApiException.class, (e, ctx) -> ctx.status(429));
                config.routes.get("/new/{id}", ctx -> {}, RateGroup.AUTH);
                config.routes.get("/old", ctx -> {}, RateGroup.AUTH.withBucketOf("GET /new/{id}"));
                config.routes.get("/free", ctx -> {}, RateGroup.DEFAULT);
              })
          .start("127.0.0.1", 0);

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void an_alias_uses_the_same_bucket() throws Exception {
    assertThat(get("/new/1").headers().firstValue("X-RateLimit-Remaining")).hasValue("1");
    assertThat(get("/old").headers().firstValue("X-RateLimit-Remaining")).hasValue("0");
    assertThat(get("/new/2").statusCode()).isEqualTo(429);
    assertThat(get("/old").statusCode()).isEqualTo(429);
  }

  @Test
  void a_group_without_a_rate_is_not_limited() throws Exception {
    assertThat(get("/free").headers().firstValue("X-RateLimit-Limit")).isEmpty();
  }

  private static void open(Context ctx) {
    ctx.attribute(
        OpenRequest.ATTRIBUTE,
        new OpenRequest(new RecordingMonitor(), "1", InetAddress.ofLiteral(ctx.ip())));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build(),
        BodyHandlers.ofString());
  }
}
