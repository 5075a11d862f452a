package dev.vidwiz.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.http.RawClient;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LongRequestTest {

  private static final String REQUEST = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

  @Test
  void waits_without_the_stack_of_jetty_and_without_its_time_limit() throws IOException {
    try (JettyServer server =
            new JettyServer(ctx -> LongRequest.runAsync(ctx, () -> tellHowItWaits(ctx)));
        RawClient client = server.connect()) {
      assertThat(client.send(REQUEST).read().body()).isEqualTo("0 ms, 0 frames of Jetty");
    }
  }

  private static void tellHowItWaits(Context ctx) {
    long frames =
        Stream.of(new Throwable().getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("org.eclipse.jetty."))
            .count();
    ctx.result(
        "%d ms, %d frames of Jetty".formatted(ctx.req().getAsyncContext().getTimeout(), frames));
  }
}
