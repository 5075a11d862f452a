package dev.vidwiz.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.http.RawClient;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class NoSessionsTest {

  private static final String REQUEST =
      "GET / HTTP/1.1\r\nHost: x\r\nCookie: JSESSIONID=session-7\r\n\r\n";

  @Test
  void jetty_looks_for_no_session() throws IOException {
    try (JettyServer server = new JettyServer(NoSessionsTest::tellSession);
        RawClient client = server.connect()) {
      assertThat(client.send(REQUEST).read().body()).isEqualTo("null");
    }
  }

  @Test
  void without_it_jetty_would_look() throws IOException {
    Javalin plain =
        Javalin.create(config -> config.routes.get("/", NoSessionsTest::tellSession))
            .start("127.0.0.1", 0);
    try (RawClient client = new RawClient(plain.port())) {
      assertThat(client.send(REQUEST).read().body()).isEqualTo("session-7");
    } finally {
      plain.stop();
    }
  }

  private static void tellSession(Context ctx) {
    ctx.result(String.valueOf(ctx.req().getRequestedSessionId()));
  }
}
