package dev.vidwiz.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

  private static final String FORWARDED = "X-Forwarded-For";
  private static final String REAL = "X-Real-IP";

  private final HttpClient client = HttpClient.newHttpClient();
  private Predicate<InetAddress> trusted =
      address -> address.isLoopbackAddress() || address.getHostAddress().startsWith("10.");
  private final Javalin server =
      Javalin.create(config -> config.routes.get("/", ctx -> ctx.result(address(ctx))))
          .start("127.0.0.1", 0);

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void is_that_of_the_connection_when_nobody_is_trusted() throws Exception {
    trusted = address -> false;

    assertThat(address(FORWARDED, "198.51.100.7", REAL, "198.51.100.8")).isEqualTo("127.0.0.1");
  }

  @Test
  void is_that_of_the_connection_when_the_proxy_says_nothing() throws Exception {
    assertThat(address()).isEqualTo("127.0.0.1");
  }

  @Test
  void is_the_right_most_that_is_not_a_trusted_proxy() throws Exception {
    assertThat(address(FORWARDED, "198.51.100.7")).isEqualTo("198.51.100.7");
    assertThat(address(FORWARDED, "203.0.113.9, 198.51.100.7,10.0.0.3")).isEqualTo("198.51.100.7");
    assertThat(address(FORWARDED, "203.0.113.9", FORWARDED, "198.51.100.7", FORWARDED, "10.0.0.3"))
        .isEqualTo("198.51.100.7");
    assertThat(address(FORWARDED, "198.51.100.7", REAL, "203.0.113.9")).isEqualTo("198.51.100.7");
  }

  @Test
  void may_have_a_port() throws Exception {
    assertThat(address(FORWARDED, "203.0.113.9, 198.51.100.7:4711")).isEqualTo("198.51.100.7");
    assertThat(address(FORWARDED, "203.0.113.9, [2001:db8::7]:4711"))
        .isEqualTo("2001:db8:0:0:0:0:0:7");
  }

  @Test
  void has_one_spelling() throws Exception {
    assertThat(address(FORWARDED, "2001:DB8:0::7")).isEqualTo(address(REAL, "[2001:db8::7]"));
    assertThat(address(FORWARDED, "::ffff:198.51.100.7")).isEqualTo("198.51.100.7");
  }

  @Test
  void is_not_what_a_client_wrote_left_of_something_else() throws Exception {
    assertThat(address(FORWARDED, "203.0.113.9, unknown")).isEqualTo("127.0.0.1");
    assertThat(address(FORWARDED, "203.0.113.9, unknown", REAL, "198.51.100.7"))
        .isEqualTo("198.51.100.7");
  }

  @Test
  void is_the_real_ip_where_nothing_was_forwarded() throws Exception {
    assertThat(address(REAL, "198.51.100.7")).isEqualTo("198.51.100.7");
    assertThat(address(FORWARDED, " , 10.0.0.3", REAL, "198.51.100.7")).isEqualTo("198.51.100.7");
    assertThat(address(REAL, "nobody.example")).isEqualTo("127.0.0.1");
  }

  private String address(Context ctx) {
    return new ClientAddress(trusted)
        .of(
            InetAddress.ofLiteral(ctx.req().getRemoteAddr()),
            name -> Collections.list(ctx.req().getHeaders(name)))
        .getHostAddress();
  }

  private String address(String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/"));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString()).body();
  }
}
