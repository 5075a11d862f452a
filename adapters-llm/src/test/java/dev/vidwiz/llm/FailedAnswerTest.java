package dev.vidwiz.llm;

import static dev.vidwiz.llm.ScriptedModel.whoseServer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.chat.ChatModelException.Kind;
import dev.vidwiz.llm.ScriptedModel.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors in each of the three places where a server may put them, and broken connections. */
final class FailedAnswerTest {

  @ParameterizedTest
  @CsvSource({
    "400, REFUSED, 1", "401, KEY_REFUSED, 1", "402, UNAVAILABLE, 1", "403, KEY_REFUSED, 1",
    "404, REFUSED, 1", "408, UNAVAILABLE, 3", "413, REFUSED, 1", "422, REFUSED, 1",
    "429, UNAVAILABLE, 3", "500, UNAVAILABLE, 3", "503, UNAVAILABLE, 3", "529, UNAVAILABLE, 3"
  })
  void an_error_status_is_as_bad_in_a_200_and_in_the_stream(int status, Kind kind, int requests)
      throws Exception {
    String body = "{\"error\":{\"code\":%d,\"message\":\"So it is.\"}}".formatted(status);

    assertFails(FakeReply.status(status, body), kind, requests);
    assertFails(FakeReply.json(body), kind, requests);
    assertFails(FakeReply.events().comment("x").event(body).done(), kind, requests);
  }

  private static void assertFails(FakeReply reply, Kind kind, int requests) throws Exception {
    try (ScriptedModel model = whoseServer(reply)) {
      Told told = model.ask();

      assertThat(told.pieces()).isEmpty();
      assertThat(told.failure().kind()).isEqualTo(kind);
      assertThat(told.failure()).hasMessageEndingWith(": So it is.");
      assertThat(model.requests()).isEqualTo(requests);
    }
  }

  @Test
  void an_error_after_the_first_text_is_final() throws Exception {
    try (ScriptedModel model = whoseServer(FakeReply.events().text("Well").error(502, "gone"))) {
      Told told = model.ask();

      assertThat(told.text()).isEqualTo("Well");
      assertThat(told.failure().kind()).isEqualTo(Kind.UNAVAILABLE);
      assertThat(model.requests()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":\"overloaded\"}",
        "{\"error\":{\"message\":\"x\",\"code\":\"server_error\"},\"choices\":[]}",
        "{\"choices\":[{\"delta\":{},\"finish_reason\":\"error\"}]}",
        "{\"choices\":[{\"error\":{\"message\":\"x\"},\"delta\":{}}]}"
      })
  void an_error_without_a_status_is_final(String event) throws Exception {
    try (ScriptedModel model = whoseServer(FakeReply.events().event(event).done())) {
      assertThat(model.ask().failure().kind()).isEqualTo(Kind.UNAVAILABLE);
      assertThat(model.requests()).isEqualTo(1);
    }
  }

  @Test
  void no_error_is_no_error() throws Exception {
    FakeReply reply =
        FakeReply.events().event("{\"error\":null,\"choices\":null}").text("a").done();
    try (ScriptedModel model = whoseServer(reply)) {
      assertThat(model.ask().text()).isEqualTo("a");
    }
  }

  @Test
  void a_connection_that_breaks_before_or_within_the_answer_is_final() throws Exception {
    for (FakeReply reply :
        new FakeReply[] {
          FakeReply.nothing().drop(),
          FakeReply.events().drop(),
          FakeReply.events().text("a").drop(),
          FakeReply.events().text("a").body("data: {\"cho").drop()
        }) {
      try (ScriptedModel model = whoseServer(reply)) {
        assertThat(model.ask().failure().kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(model.requests()).isEqualTo(1);
      }
    }
  }
}
