package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.health.Part;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HealthRoutesTest {

  @Test
  void liveness_and_readiness_need_no_credentials() {
    try (TestServer server = TestServer.start()) {
      Answer alive = server.call("GET", "/health", null);
      Answer ready = server.call("GET", "/ready", null);

      assertThat(alive.status()).isEqualTo(200);
      assertThat(alive.body()).isEqualTo("{\"status\":\"ok\"}");
      assertThat(ready.status()).isEqualTo(200);
      assertThat(ready.body())
          .isEqualTo(
              """
              {"status":"ready","checks":{"database":{"status":"up"},"migrations":{"status":"up"},\
              "transcripts_s3":{"status":"not_configured"},"sqs":{"status":"not_configured"},\
              "llm":{"status":"not_configured"},"youtube":{"status":"not_configured"}}}\
              """);
    }
  }

  @Test
  void failed_checks_are_reported_without_internal_details() {
    try (TestServer server = TestServer.start()) {
      server.breakPart(Part.DATABASE);

      Answer ready = server.call("GET", "/ready", null);

      assertThat(ready.status()).isEqualTo(503);
      assertThat(ready.body())
          .isEqualTo(
              """
              {"error":{"code":"SERVICE_UNAVAILABLE","message":"The server is not ready","details":\
              {"checks":{"database":{"status":"down","reason":"It failed; the log says why"},\
              "migrations":{"status":"up"},\
              "transcripts_s3":{"status":"not_configured"},"sqs":{"status":"not_configured"},\
              "llm":{"status":"not_configured"},"youtube":{"status":"not_configured"}}}}}\
              """);
      assertThat(server.call("GET", "/health", null).status()).isEqualTo(200);
    }
  }

  @Test
  void head_answers_as_get_does_without_a_body() {
    try (TestServer server = TestServer.start()) {
      assertThat(server.call("HEAD", "/health", null).status()).isEqualTo(200);
      assertThat(server.call("HEAD", "/ready", null).status()).isEqualTo(200);
      server.breakPart(Part.MIGRATIONS);
      server.clock().advance(Duration.ofSeconds(10));

      Answer ready = server.call("HEAD", "/ready", null);

      assertThat(ready.status()).isEqualTo(503);
      assertThat(ready.body()).isEmpty();
    }
  }

  @Test
  void other_methods_are_refused() {
    try (TestServer server = TestServer.start()) {
      assertThat(server.call("POST", "/health", "{}").status()).isEqualTo(405);
      assertThat(server.call("POST", "/ready", "{}").header("Allow")).contains("GET");
    }
  }
}
