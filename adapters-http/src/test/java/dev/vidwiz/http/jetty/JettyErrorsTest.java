package dev.vidwiz.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.http.RawClient;
import dev.vidwiz.http.RawClient.RawAnswer;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Jetty refuses by itself, and how it tells why; see also {@link EnvelopeTest}. */
class JettyErrorsTest {

  @ParameterizedTest
  @CsvSource({
    "GET /../x, 404, NOT_FOUND",
    "GET /a%5cb, 404, NOT_FOUND",
    "GET /%00, 404, NOT_FOUND",
    "GET /a%0ab, 404, NOT_FOUND",
    "GET /a%7f, 404, NOT_FOUND",
    "GET /%ZZ, 400, BAD_REQUEST",
  })
  void a_path_outside_the_root_is_not_found(String request, int status, String code)
      throws IOException {
    try (JettyServer server = new JettyServer(ctx -> {});
        RawClient client = server.connect()) {
      RawAnswer answer = client.send(request + " HTTP/1.1\r\nHost: x\r\n\r\n").read();

      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.body()).startsWith("{\"error\":{\"code\":\"" + code + "\"");
    }
  }
}
