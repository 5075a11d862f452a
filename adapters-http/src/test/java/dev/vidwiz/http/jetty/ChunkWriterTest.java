package dev.vidwiz.http.jetty;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.http.RawClient;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is on the wire when Jetty and we write chunks by turns. */
class ChunkWriterTest {

  private static final String LONG = "x".repeat(200_000);

  private final Semaphore read = new Semaphore(0);
  private final JettyServer server = new JettyServer(this::answer);

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
  void each_chunk_is_complete_before_the_next_one_is_written() throws IOException {
    try (RawClient client = server.connect()) {
      client.send("GET / HTTP/1.1\r\nHost: x\r\nX-Wait: yes\r\n\r\n").read();
      for (String chunk : List.of(LONG, "a", "bc")) {
        assertThat(client.readChunk()).isEqualTo(chunk);
        read.release();
      }
      assertThat(client.readChunk()).isEqualTo("def");
      assertThat(client.readChunk()).isEmpty();
    }
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

  private void answer(Context ctx) throws IOException, InterruptedException {
    ChunkWriter chunks = ChunkWriter.open(ctx);
    for (String chunk : List.of(LONG, "a", "bc")) {
      chunks.write(chunk.getBytes(US_ASCII));
      if (ctx.header("X-Wait") != null) {
        read.acquire();
      }
    }
    chunks.writeLast("def".getBytes(US_ASCII));
  }
}
