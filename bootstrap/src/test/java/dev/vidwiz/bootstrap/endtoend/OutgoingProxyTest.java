package dev.vidwiz.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests through a proxy, to names that only the proxy can resolve. */
class OutgoingProxyTest {

  private static final String NAMED = "https://vidwiz.invalid";

  private static TestCertificate certificate;

  @TempDir Path folder;
  private HttpsServer target;
  private TestProxy proxy;
  private TestProxy encryptedProxy;

  @BeforeAll
  static void makeCertificate(@TempDir Path shared) throws Exception {
    certificate = TestCertificate.make(shared);
  }

  @BeforeEach
  void start() throws Exception {
    target = HttpsServer.create(loopback(), 0);
    target.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
    answerAll(target);
    proxy = TestProxy.start(target.getAddress().getPort());
    encryptedProxy =
        TestProxy.start(
            certificate.context().getServerSocketFactory(), target.getAddress().getPort());
    Files.writeString(folder.resolve("a.srt"), "1\n00:00:01,000 --> 00:00:02,000\nHello\n");
  }

  @AfterEach
  void stop() throws IOException {
    target.stop(0);
    proxy.close();
    encryptedProxy.close();
  }

  @ParameterizedTest
  @CsvSource({"HTTPS_PROXY", "https_proxy"})
  void a_tunnel_uses_the_password_and_resolves_no_name(String variable) {
    assertThat(send(NAMED, Map.of(variable, "http://ann:secret@localhost:" + proxy.port())))
        .contains("exit 0", "Stored 1 entry for dQw4w9WgXcQ, from 0:01 to 0:02");
    assertThat(proxy.requests()).containsExactly("CONNECT vidwiz.invalid:443 HTTP/1.1");
  }

  @Test
  void the_connection_to_the_proxy_may_be_encrypted() {
    String address = "https://ann:secret@localhost:" + encryptedProxy.port();
    assertThat(send(NAMED, Map.of("HTTPS_PROXY", address))).contains("exit 0", "Stored 1 entry");
    assertThat(encryptedProxy.requests()).containsExactly("CONNECT vidwiz.invalid:443 HTTP/1.1");
  }

  @Test
  void the_certificate_of_an_encrypted_proxy_is_verified() {
    String address = "https://ann:secret@127.0.0.1:" + encryptedProxy.port();
    assertThat(send(NAMED, Map.of("HTTPS_PROXY", address)))
        .contains("exit 69", "the proxy https://127.0.0.1:" + encryptedProxy.port(), "502")
        .doesNotContain("secret");
    assertThat(encryptedProxy.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"http://ann:hush@", "http://eve:secret@", "http://"})
  void a_wrong_password_is_reported(String before) {
    assertThat(send(NAMED, Map.of("HTTPS_PROXY", before + "localhost:" + proxy.port())))
        .contains("exit 69", NAMED + " cannot be reached")
        .containsAnyOf("authentication attempts", "credentials")
        .doesNotContain("hush");
    assertThat(proxy.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({".invalid", "vidwiz.invalid:443", "*"})
  void hosts_in_no_proxy_are_reached_directly(String none) {
    Map<String, String> environment =
        Map.of("HTTPS_PROXY", "http://ann:secret@localhost:" + proxy.port(), "NO_PROXY", none);
    assertThat(send(NAMED, environment)).contains("exit 69", NAMED + " cannot be reached");
    assertThat(proxy.requests()).isEmpty();
  }

  @Test
  void this_machine_is_reached_directly() {
    String here = "https://localhost:" + target.getAddress().getPort();
    assertThat(send(here, Map.of("HTTPS_PROXY", "http://ann:secret@localhost:" + proxy.port())))
        .contains("exit 0");
    assertThat(proxy.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP_PROXY, socks5://ann:hush@localhost:1080, reveal this server's address",
    "https_proxy, localhost:port, address of a proxy",
    "YOUTUBE_PROXY, socks5h://ann:hush@localhost:1080, reveal this server's address",
  })
  void an_invalid_proxy_is_reported(String variable, String value, String reason) {
    try (Program program = Program.start(folder, Map.of(variable, value), "serve")) {
      assertThat(program.errors().whole())
          .contains(variable.toUpperCase(Locale.ROOT), reason)
          .doesNotContain("hush");
      assertThat(program.exitStatus()).isEqualTo(78);
    }
  }

  @Test
  void all_outgoing_requests_of_a_server_use_the_proxy() throws IOException {
    HttpServer plain = HttpServer.create(loopback(), 0);
    answerAll(plain);
    try (TestProxy forward = TestProxy.start(plain.getAddress().getPort());
        Server server =
            Server.start(
                folder,
                Map.of(
                    "HTTP_PROXY", "http://ann:secret@localhost:" + forward.port(),
                    "OPENROUTER_BASE_URL", "http://model.invalid/v1",
                    "GOOGLE_CLIENT_ID", "client",
                    "GOOGLE_JWKS_URL", "http://google.invalid/keys",
                    "AWS_ACCESS_KEY_ID", "id",
                    "AWS_SECRET_ACCESS_KEY", "secret",
                    "AWS_ENDPOINT_URL", "http://aws.invalid",
                    "S3_BUCKET_NAME", "bucket"))) {
      server.api().post("/v2/auth/google", "{\"credential\": \"%s\"}".formatted(idToken()));
      List<String> expected =
          List.of(
              "GET http://model.invalid/v1/models HTTP/1.1",
              "GET http://google.invalid/keys HTTP/1.1",
              "HEAD http://aws.invalid/bucket HTTP/1.1");

      // Health checks that time out on a busy machine are repeated.
      long end = System.nanoTime() + Program.TIMEOUT_SECONDS * 1_000_000_000;
      while (!forward.requests().containsAll(expected) && System.nanoTime() < end) {
        server.api().get("/ready");
      }
      assertThat(forward.requests()).containsAll(expected);
    } finally {
      plain.stop(0);
    }
  }

  /** Returns the whole output and the exit status. */
  private String send(String server, Map<String, String> proxies) {
    Map<String, String> environment = new HashMap<>(certificate.trusted());
    environment.put("ADMIN_TOKEN", Server.ADMIN_TOKEN);
    environment.putAll(proxies);
    try (Program program =
        Program.start(
            folder, environment, "transcript", "dQw4w9WgXcQ", "a.srt", "--server", server)) {
      return program.output().whole() + program.errors().whole() + "exit " + program.exitStatus();
    }
  }

  private static void answerAll(HttpServer server) {
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, exchange.getRequestMethod().equals("HEAD") ? -1 : 2);
          if (!exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseBody().write("{}".getBytes(UTF_8));
          }
          exchange.close();
        });
    server.start();
  }

  /** A well-formed token, so that Google's keys are fetched. */
  private static String idToken() {
    return base64("{\"alg\":\"RS256\",\"kid\":\"k\"}") + "." + base64("{}") + "." + base64("x");
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }
}
