package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vidwiz.application.chat.Quotas;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** GET /v2/internal/quotas. */
class QuotaRoutesTest {

  @Test
  void operators_see_who_has_used_most_today() {
    try (TestServer server = TestServer.start()) {
      server.createVideo(server.logIn("ann"));
      LocalDate today = LocalDate.ofInstant(server.clock().instant(), ZoneOffset.UTC);
      use(server.storage().quotas(), today, "guest:0123456789abcdef", 5);
      use(server.storage().quotas(), today, "address:1.2.3.4", 4);
      use(server.storage().quotas(), today, "videos:guest:1.2.3.4", 3);
      use(server.storage().quotas(), today, "user:99", 2);
      use(server.storage().quotas(), today.minusDays(1), "user:1", 9);

      JsonNode answer = server.callAsAdmin("GET", "/v2/internal/quotas", null).json();

      assertThat(answer.get("day").textValue()).isEqualTo(today.toString());
      assertThat(answer.get("uses"))
          .extracting(JsonNode::toString)
          .containsExactly(
              "{\"quota\":\"messages\",\"subject\":\"guest:01234567...\",\"email\":null,\"used\":5}",
              "{\"quota\":\"messages\",\"subject\":\"address:1.2.3.4\",\"email\":null,\"used\":4}",
              "{\"quota\":\"videos\",\"subject\":\"address:1.2.3.4\",\"email\":null,\"used\":3}",
              "{\"quota\":\"messages\",\"subject\":\"user:99\",\"email\":null,\"used\":2}",
              "{\"quota\":\"videos\",\"subject\":\"user:1\",\"email\":\"ann@example.com\",\"used\":1}");
    }
  }

  private static void use(Quotas quotas, LocalDate day, String subject, int times) {
    for (int i = 0; i < times; i++) {
      quotas.spendIfLeft(subject, day, times);
    }
  }
}
