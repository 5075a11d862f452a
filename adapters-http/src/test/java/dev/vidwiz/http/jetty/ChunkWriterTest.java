package dev.vidwiz.http.jetty;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.http.RawClient;
import io.javalin.http.Context;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is on the wire when Jetty and we write chunks by turns. */
class ChunkWriterTest {

  private static final String LONG = "x".repeat(200_000);

  private final JettyServer server = new JettyServer(ChunkWriterTest::answer);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void all_chunks_are_whole_and_nothing_is_between_them() throws IOException {
    assertThat(body("HTTP/1.1\r\nHost: x\r\nConnection: close"))
        .isEqualToIgnoringCase(
            "30d40\r\n" + LONG + "\r\n1\r\na\r\n2\r\nbc\r\n3\r\ndef\r\n0\r\n\r\n");
  }

  @Test
  void an_http_1_0_client_gets_no_chunks() throws IOException {
    assertThat(body("HTTP/1.0")).isEqualTo(LONG + "abcdef");
  }

  private String body(String version) throws IOException {
    try (RawClient client = server.connect()) {
      client.send("GET / " + version + "\r\n\r\n").read();
      return client.readRest();
    }
  }

  private static void answer(Context ctx) throws IOException {
    ChunkWriter chunks = ChunkWriter.open(ctx);
    chunks.write(LONG.getBytes(US_ASCII));
    chunks.write("a".getBytes(US_ASCII), "bc".getBytes(US_ASCII));
    chunks.write("def".getBytes(US_ASCII));
  }
}
