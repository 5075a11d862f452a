package dev.vidwiz.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.http.TestServer;
import dev.vidwiz.http.limit.RateLimits;
import java.net.InetAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The address of the server in its OpenAPI documents, and the paths in its headers. */
class PublicAddressTest {

  private TestServer server = TestServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void without_a_proxy_it_is_the_address_that_the_client_used() {
    assertThat(serverOf()).isEqualTo("http://127.0.0.1:" + server.port());
  }

  @Test
  void a_trusted_proxy_tells_what_clients_see() {
    assertThat(
            serverOf(
                "X-Forwarded-Proto", "https",
                "X-Forwarded-Host", "vidwiz.test",
                "X-Forwarded-Prefix", "/tools/vidwiz/"))
        .isEqualTo("https://vidwiz.test/tools/vidwiz");
    assertThat(serverOf("X-Forwarded-Proto", "https, http", "X-Forwarded-Host", "[::1]:8443, b"))
        .isEqualTo("https://[::1]:8443");
    assertThat(serverOf("X-Forwarded-Prefix", "/")).isEqualTo(serverOf());
  }

  @Test
  void both_documents_have_it() {
    assertThat(
            server
                .call("GET", "/openapi-legacy.json", null, "X-Forwarded-Host", "vidwiz.test")
                .json()
                .at("/servers/0/url")
                .textValue())
        .isEqualTo("http://vidwiz.test");
  }

  @Test
  void what_cannot_be_part_of_an_address_is_ignored() {
    for (String odd : new String[] {"a\"b", "a b", "//evil.test", "javascript:", "<x>", ""}) {
      assertThat(
              serverOf(
                  "X-Forwarded-Proto", odd, "X-Forwarded-Host", odd, "X-Forwarded-Prefix", odd))
          .isEqualTo(serverOf());
    }
  }

  @Test
  void others_cannot_choose_it() {
    server.close();
    server = TestServer.start(RateLimits.NONE, address -> false);
    assertThat(serverOf("X-Forwarded-Host", "evil.test", "X-Forwarded-Prefix", "/evil"))
        .isEqualTo("http://127.0.0.1:" + server.port());
  }

  @Test
  void a_location_has_the_prefix_of_the_proxy() {
    server.close();
    server = TestServer.start(RateLimits.NONE, InetAddress::isLoopbackAddress);
    assertThat(
            server
                .call(
                    "POST",
                    "/v2/videos/" + TestServer.VIDEO + "/notes",
                    "{\"timestamp\": \"0:01\"}",
                    "Authorization",
                    "Bearer " + server.logIn("ann"),
                    "X-Forwarded-Prefix",
                    "/vidwiz")
                .header("Location"))
        .isEqualTo("/vidwiz/v2/notes/1");
  }

  private String serverOf(String... headers) {
    return server
        .call("GET", "/openapi.json", null, headers)
        .json()
        .at("/servers/0/url")
        .textValue();
  }
}
