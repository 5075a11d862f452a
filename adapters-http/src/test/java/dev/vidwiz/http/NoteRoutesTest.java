package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NoteRoutesTest {

  private static final String NOTES = "/v2/videos/" + TestServer.VIDEO + "/notes";

  private final TestServer server = TestServer.start();
  private final String ann = server.logIn("ann");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_note_is_created_and_listed() {
    Answer created =
        server.callAs(ann, "POST", NOTES, "{\"timestamp\": \"1:23\", \"text\": \" Hello \"}");

    assertThat(created.status()).isEqualTo(201);
    assertThat(server.callAs(ann, "GET", NOTES, null).body()).isEqualTo("[" + created.body() + "]");
  }
}
