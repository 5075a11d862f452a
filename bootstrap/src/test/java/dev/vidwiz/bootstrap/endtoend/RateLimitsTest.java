package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RateLimitsTest {

  private static final String LOGIN = "/v2/auth/login";
  private static final String VIDEO = "/v2/videos/dQw4w9WgXcQ";
  private static final String NOBODY = "{\"email\": \"no@example.com\", \"password\": \"wrong\"}";

  @TempDir Path folder;

  @Test
  void each_client_of_a_proxy_and_each_group_has_its_own_limit() {
    try (Server server =
        start(
            Map.of(
                "RATE_LIMIT_DEFAULT", "4/hour",
                "RATE_LIMIT_CONVERSATIONS", "2/day",
                "RATE_LIMIT_VIDEOS", "3/hour"))) {
      Api client = client(server, "198.51.100.1");
      assertEleventhLoginIsRefused(client);
      String other = NOBODY.replace("no@", "other@");
      assertThat(client(server, "198.51.100.2").post(LOGIN, other).status()).isEqualTo(401);

      assertAllowed(4, () -> client.get("/v2/users/me"));
      assertAllowed(2, () -> client.post("/v2/conversations/1/messages", "{}"));
      assertAllowed(3, () -> client.get(VIDEO));
      assertAllowed(3, () -> client.get("/v2/videos"));
      assertAllowed(3, () -> client.get(VIDEO + "/stream"));

      for (int call = 0; call < 20; call++) {
        server.admin().get("/v2/internal" + VIDEO.substring(3)).expect(404);
        server.admin().get("/v2/users/me").expect(401);
      }
    }
  }

  @Test
  void a_forged_address_is_ignored_without_a_trusted_proxy() {
    try (Server server = start(Map.of("TRUSTED_PROXIES", "none"))) {
      assertEleventhLoginIsRefused(client(server, "198.51.100.1"));
      client(server, "198.51.100.2").post(LOGIN, NOBODY).expect(429);
    }
  }

  @Test
  void servers_on_one_database_share_limits_and_count_alone_while_it_fails() {
    try (ServerDatabase database = ServerDatabase.Kind.POSTGRESQL.create(folder)) {
      Map<String, String> settings = new HashMap<>(database.settings());
      settings.putAll(Map.of("RATE_LIMIT_STORE", "database", "RATE_LIMIT_AUTH", "10/hour"));
      List<Server> servers = Crowd.of(2, number -> start(settings));
      try (Server first = servers.get(0);
          Server second = servers.get(1)) {
        List<Api> clients = List.of(client(first, "198.51.100.1"), client(second, "198.51.100.1"));
        List<Integer> statuses =
            Crowd.of(60, number -> clients.get(number % 2).post(LOGIN, "{}").status());
        assertThat(statuses).containsOnly(422, 429);
        assertThat(statuses).filteredOn(status -> status == 422).hasSize(10);
        assertThat(database.query("SELECT count(*) FROM rate_limits")).containsExactly("1");

        database.update("DROP TABLE rate_limits");
        assertAllowed(10, () -> client(first, "198.51.100.2").post(LOGIN, "{}"));
        assertAllowed(10, () -> client(second, "198.51.100.2").post(LOGIN, "{}"));
        first.program().terminate();
        assertThat(first.program().errors().whole()).containsOnlyOnce("rate limits cannot be sha");
      }
    }
  }

  private static void assertEleventhLoginIsRefused(Api client) {
    assertAllowed(10, () -> client.post(LOGIN, NOBODY));
    Api.Answer refused = client.post(LOGIN, NOBODY);
    assertThat(refused.expect(429).at("/error/code").textValue()).isEqualTo("RATE_LIMIT_EXCEEDED");
    long seconds = refused.body().at("/error/details/reset_in_seconds").longValue();
    assertThat(seconds).isBetween(1L, 60L);
    assertThat(refused.headers().firstValueAsLong("Retry-After")).hasValue(seconds);
    assertThat(refused.headers().firstValueAsLong("X-RateLimit-Reset")).hasValue(seconds);
    assertThat(refused.headers().firstValueAsLong("X-RateLimit-Limit")).hasValue(10);
    assertThat(refused.headers().firstValueAsLong("X-RateLimit-Remaining")).hasValue(0);
  }

  /** Expects that the limit permits exactly {@code calls} calls, whatever their result. */
  private static void assertAllowed(int calls, Supplier<Api.Answer> call) {
    assertThat(IntStream.range(0, calls).map(number -> call.get().status()).toArray())
        .doesNotContain(429);
    assertThat(call.get().status()).isEqualTo(429);
  }

  private Server start(Map<String, String> settings) {
    Map<String, String> limited = new HashMap<>(settings);
    limited.put("RATE_LIMIT_ENABLED", "true");
    return Server.start(folder, limited);
  }

  private static Api client(Server server, String address) {
    return Api.guest(server.port(), "guest", address);
  }
}
