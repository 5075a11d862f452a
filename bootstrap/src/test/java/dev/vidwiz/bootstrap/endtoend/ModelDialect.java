package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vidwiz.llm.FakeLlmServer;
import dev.vidwiz.llm.FakeReply;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Dialects of model servers, and the expected result of a question. */
@SuppressWarnings("ImmutableEnumChecker") // Replies do not change after construction.
enum ModelDialect {
  // Thoughts.
  THOUGHTS_CUT_ACROSS_CHUNKS(whole("Yes."), says("<th", "ink>Hm [0:05]", "</thi", "nk>\n\nYes.")),
  THOUGHTS_IN_BRACKETS(whole("Yes."), says("[THINK]Hm.[/THINK]", "Yes.")),
  THOUGHTS_IN_ONE_PIECE(whole("Yes."), json("<thinking>Hm.</thinking> Yes.")),
  THOUGHTS_IN_THE_MIDDLE(whole("Yes, no."), says("Yes,", "<thought>Hm.</thought> no.")),
  THOUGHTS_WITHOUT_A_BEGINNING(whole("Hm [0:05].Yes.", "Yes."), says("Hm [0:05].", "</think>Yes.")),
  THOUGHTS_WITHOUT_AN_END(whole("Yes."), says("Yes.", "<reasoning>", "Hm.")),
  NOTHING_BUT_THOUGHTS(discarded(), says("<think>", "Hm. Yes.")),
  NOTHING_BEHIND_THOUGHTS(discarded(), says("<think>Hm.</think>", "\n")),

  // Other forms of failures.
  FAILURE_AS_A_MESSAGE(broken("Half"), half("data: {\"type\":\"error\",\"message\":\"gone\"}\n\n")),
  FAILURE_AS_DETAILS(broken("Half"), half("data: {\"detail\":[{\"msg\":\"gone\"}]}\n\n")),
  FAILURE_BY_NAME(broken("Half"), half("event: error\ndata: gone\n\n")),
  FAILURE_AS_A_FIELD(broken("Half"), half("error: {\"msg\": \"gone\"}\n\n")),
  FAILURE_AS_A_BARE_LINE(broken("Half"), half("{\"error_msg\": \"gone\"}\n")),
  FAILURE_AS_PLAIN_TEXT(broken("Half"), half("data: Internal Server Error\n\n")),
  FAILURE_INSTEAD_OF_AN_ANSWER(
      discarded(), FakeReply.json("{\"object\":\"error\",\"message\":\"gone\",\"code\":40301}")),
  FAILURE_WITH_A_STATUS(
      discarded(), FakeReply.status(400, "event: error\ndata: {\"detail\":\"gone\"}\n\n")),

  // Early or repeated ends.
  END_WITH_EVERY_CHUNK(
      whole("Yes, no."),
      FakeReply.events().event(chunk("Yes,", "stop")).event(chunk(" no.", "stop"))),
  END_BEFORE_THE_FIRST_WORD(whole("Yes."), FakeReply.events().finish("stop").text("Yes.").done()),
  END_WITHDRAWN(broken("Yes, no."), FakeReply.events().event(chunk("Yes,", "stop")).text(" no.")),
  END_TWICE(
      whole("Yes, no."),
      FakeReply.events().text("Yes,").finish("stop").text(" no.").finish("stop").silence()),

  // Optional parameters that are refused.
  NO_MAX_TOKENS(
      whole("Yes."), unless(body -> body.has("max_tokens"), "{'error':{'param':'max_tokens'}}")),
  NO_STREAM_OPTIONS(
      whole("Yes."),
      unless(body -> body.has("stream_options"), "{'detail':[{'loc':['body','stream_options']}]}")),
  NO_SYSTEM_ROLE(
      whole("Yes."),
      unless(
          body -> body.at("/messages/0/role").asText().equals("system"),
          "{'object':'error','message':'only user and assistant, no system role'}")),

  // Content of other types.
  CONTENT_AS_PARTS(
      whole("Yes, no."),
      content(
          "[{'type':'thinking','thinking':[{'type':'text','text':'Hm'}]},{'type':'text','text':'Yes,'}]",
          "[{'type':'reference','text':'1'},{'type':'output_text','text':' no.'}]")),
  CONTENT_AS_ONE_PART(whole("Yes."), content("{'type':'text','text':'Yes.'}", "[]", "null")),
  CONTENT_AS_PARTS_OF_TEXT(whole("Yes."), content("['Ye','s.']", "{'text':'Hm','thought':true}")),

  // Events to be ignored.
  PLAIN_WORDS(whole("Yes."), among("data: ping\n\n", "data: [keep-alive]\n\n", "data: : hi\n\n")),
  OTHER_JSON(whole("Yes."), among("data: 0\n\n", "data: []\n\n", "data: \"ok\"\n\n")),
  OTHER_EVENTS(
      whole("Yes."), among("event: ping\ndata: {\"type\": \"ping\"}\n\n", "event: ping\n\n")),
  ODD_MEMBERS(
      whole("Yes."),
      among("data: {\"error\":[],\"id\":NaN,\"usage\":-Infinity,\"choices\":\"\"}\n\n")),

  // Line ends.
  NO_LINE_BEHIND_THE_LAST_EVENT(
      whole("Yes."), FakeReply.events().text("Yes.").body("data: " + chunk("", "stop") + "\n")),
  NO_END_OF_THE_LAST_LINE(whole("Yes."), FakeReply.events().text("Yes.").body("data: [DONE]")),
  NO_LINES_BETWEEN_EVENTS(
      whole("Yes."),
      FakeReply.events().body("data: " + chunk("Yes.", "stop") + "\ndata: [DONE]\n")),
  NO_NAMES_OF_FIELDS(
      whole("Yes."), FakeReply.events().body(chunk("Ye", "") + "\n" + chunk("s.", "stop") + "\n")),

  // Complete messages.
  THE_WHOLE_AT_THE_END(
      whole("Yes, no."), messages(FakeReply.events().text("Yes,").text(" no."), "Yes, no.")),
  MORE_AT_THE_END(whole("Yes, no."), messages(FakeReply.events().text("Yes,"), " Yes, no.")),
  A_GROWING_MESSAGE(whole("Yes, no."), messages(FakeReply.events(), "Yes", "Yes,", "Yes, no.")),
  MESSAGES_AS_PIECES(whole("Yes, no."), messages(FakeReply.events(), "Yes,", " no.")),

  // White space.
  LINE_ENDS_ONLY(discarded(), says("\n", "\r\n\t ")),
  BLANKS_ONLY(discarded(), json("\u00a0\u2003\u3000")),
  WITHOUT_WIDTH_ONLY(discarded(), says("\ufeff", "\u200b")),
  BLANKS_AROUND(whole("Yes."), says("\n\n ", "\u200bYes.")),

  // Endless answers.
  ENDLESS_WORDS(broken("x".repeat(1_000)), FakeReply.events().forever(event("x"))),
  ENDLESS_BLANKS(broken("x" + " ".repeat(999)), FakeReply.events().text("x").forever(event("  "))),
  ENDLESS_EVENT(
      broken("x"), FakeReply.events().text("x").body("data: {").forever("y".repeat(9_999))),
  ONE_LONG_PIECE(broken("x".repeat(1_000)), json("x".repeat(99_999))),

  // Citations.
  A_SPAN_CITED(cited("Yes [0:02-0:05].", 2, 5), says("Yes [0:02-", "0:05].")),
  A_LIST_CITED(cited("Yes [0:02; 0:05, 9:59].", 2, 5), says("Yes [0:02; 0:05, 9:59].")),
  OTHER_BRACKETS_CITED(cited("Yes【0:05†1】［0:02］.", 5, 2), says("Yes【0:05†1】［0:02］.")),
  FRACTIONS_CITED(cited("Yes [0:02.5 – 0:05,250].", 2, 5), says("Yes [0:02.5 – 0:05,250].")),
  THOUGHTS_NOT_CITED(cited("Yes [0:02].", 2), says("<think>[0:05]</think>Yes [0:02]."));

  /**
   * The expected result.
   *
   * @param shown the text that the client gets
   * @param stored the stored answer; null when the question is discarded
   */
  record Expected(String shown, String stored, boolean whole, List<Integer> cited) {

    /**
     * Sends the question in a new chat, and checks the shown and stored text and the remaining
     * quota.
     */
    void check(String question, Chat chat, int quota) {
      Api.Answer answer = chat.ask(question);

      if (stored == null) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(chat.transcript()).isEmpty();
        assertThat(chat.spendQuota("fine?")).isEqualTo(quota);
        return;
      }
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertThat(answer.content()).isEqualTo(shown);
      assertThat(answer.events().getLast())
          .isEqualTo(whole ? "[DONE]" : "{\"error\":\"Processing error\"}");
      JsonNode kept = chat.messages().get(1);
      assertThat(kept.get("content").textValue()).isEqualTo(stored);
      assertThat(kept.at("/metadata/partial").asBoolean()).isEqualTo(!whole);
      assertThat(kept.at("/metadata/citations").valueStream().map(c -> c.get("seconds").intValue()))
          .containsExactlyElementsOf(cited);
      assertThat(chat.spendQuota("fine?")).isEqualTo(quota - 1);
    }
  }

  private final Expected expected;
  private final Function<FakeLlmServer.Request, FakeReply> reply;

  ModelDialect(Expected expected, FakeReply reply) {
    this(expected, request -> reply);
  }

  ModelDialect(Expected expected, Function<FakeLlmServer.Request, FakeReply> reply) {
    this.expected = expected;
    this.reply = reply;
  }

  Expected expected() {
    return expected;
  }

  FakeReply reply(FakeLlmServer.Request request) {
    return reply.apply(request);
  }

  private static Expected whole(String text) {
    return whole(text, text);
  }

  private static Expected whole(String shown, String stored) {
    return new Expected(shown, stored, true, List.of());
  }

  private static Expected broken(String text) {
    return new Expected(text, text, false, List.of());
  }

  private static Expected discarded() {
    return new Expected("", null, false, List.of());
  }

  static Expected cited(String text, Integer... seconds) {
    return new Expected(text, text, true, List.of(seconds));
  }

  private static FakeReply says(String... pieces) {
    return FakeReply.saying(pieces);
  }

  private static FakeReply half(String failure) {
    return FakeReply.events().text("Half").body(failure).done();
  }

  private static FakeReply among(String... events) {
    FakeReply reply = FakeReply.events();
    for (String event : events) {
      reply.body(event).text(event.equals(events[0]) ? "Yes." : "").body(event);
    }
    return reply.finish("stop").done();
  }

  private static FakeReply content(String... contents) {
    FakeReply reply = FakeReply.events();
    for (String content : contents) {
      reply.event("{\"choices\":[{\"delta\":{\"content\":%s}}]}".formatted(quotes(content)));
    }
    return reply.finish("stop").done();
  }

  private static FakeReply messages(FakeReply reply, String... messages) {
    for (String message : messages) {
      reply.event("{\"choices\":[{\"message\":{\"content\":\"%s\"}}]}".formatted(message));
    }
    return reply.finish("stop").done();
  }

  private static Function<FakeLlmServer.Request, FakeReply> unless(
      Predicate<JsonNode> refused, String refusal) {
    return request ->
        refused.test(Api.json(request.body()))
            ? FakeReply.status(refusal.contains("loc") ? 422 : 400, quotes(refusal))
            : says("Yes.");
  }

  private static FakeReply json(String text) {
    return FakeReply.json("{\"choices\":[{\"message\":{\"content\":\"%s\"}}]}".formatted(text));
  }

  private static String event(String text) {
    return "data: " + chunk(text, "") + "\n\n";
  }

  private static String chunk(String text, String finishReason) {
    return "{\"choices\":[{\"delta\":{\"content\":\"%s\"},\"finish_reason\":\"%s\"}]}"
        .formatted(text, finishReason);
  }

  private static String quotes(String json) {
    return json.replace('\'', '"');
  }
}
