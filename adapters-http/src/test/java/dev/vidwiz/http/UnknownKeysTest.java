package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Keys that a route does not read: old clients send some. */
class UnknownKeysTest {

  private static final TestServer SERVER = TestServer.start();
  private static final String ANN = SERVER.logIn("ann");
  private static final String NOTES = "/v2/videos/" + TestServer.VIDEO + "/notes";
  private static final String LONG = "\"" + "x".repeat(300_000) + "\"";

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void a_long_value_that_nobody_reads_is_ignored() {
    assertThat(note("\"page\": " + LONG).status()).isEqualTo(201);
    assertThat(note("\"page\": [" + LONG + "]").status()).isEqualTo(201);
  }

  @Test
  void a_long_value_that_is_read_is_refused() {
    assertThat(note("\"text\": " + LONG).wrongFields()).isEqualTo("body.text string_too_long");
  }

  @Test
  void any_number_of_keys_that_nobody_reads_is_ignored() {
    assertThat(note(keys(1_000)).status()).isEqualTo(201);
  }

  @Test
  void where_unknown_keys_are_refused_a_hundred_are_named() {
    Answer answer = SERVER.callAs(ANN, "PATCH", "/api/user/profile", "{" + keys(1_000) + "}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.wrongFields()).startsWith("body.k0 extra_forbidden, body.k1 extra_forbidden");
    assertThat(answer.wrongFields().split(", ")).hasSize(100);
  }

  private static Answer note(String more) {
    return SERVER.callAs(ANN, "POST", NOTES, "{" + more + ", \"timestamp\": \"0:01\"}");
  }

  private static String keys(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"k" + i + "\": " + i)
        .collect(Collectors.joining(", "));
  }
}
