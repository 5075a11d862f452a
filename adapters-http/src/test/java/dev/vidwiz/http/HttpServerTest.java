package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import org.junit.jupiter.api.Test;

class HttpServerTest {

  @Test
  void a_port_in_use_is_reported() {
    try (TestServer server = TestServer.start()) {
      HttpSettings free = TestServer.settings(TestServer.keys(null, null));
      HttpSettings taken =
          new HttpSettings(
              TestServer.listening(server.port(), Set.of(), address -> false),
              free.keys(),
              free.limits(),
              free.zone(),
              free.apiDocs());

      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(() -> TestServer.start(taken))
          .withMessageContaining("127.0.0.1:" + server.port());
    }
  }
}
