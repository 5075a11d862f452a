package dev.vidwiz.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidwiz.llm.FakeReply;
import java.util.Arrays;
import java.util.List;

/** Faults of model servers, and the expected result of a question. */
@SuppressWarnings("ImmutableEnumChecker") // Replies do not change after construction.
enum ModelFault {
  COMMENTS_FIRST(
      answered("Yes."),
      FakeReply.events().comment("WAIT").comment("WAIT").text("Yes.").finish("stop").done()),
  USAGE_AFTER_THE_END(answered("Because", " of that."), FakeReply.saying("Because", " of that.")),
  CHARACTER_CUT_IN_TWO(answered("字幕"), cut("字幕")),
  OVERLOADED_ONCE(answered("Yes."), FakeReply.status(429, ""), FakeReply.saying("Yes.")),
  OVERLOADED_FOR_A_SECOND(
      answered("Yes."), FakeReply.status(429, "", "Retry-After: 1"), FakeReply.saying("Yes.")),

  OVERLOADED_FOR_LONG(
      discarded(503, 1), FakeReply.status(429, "", "Retry-After: 60"), FakeReply.saying("No.")),
  OVERLOADED(discarded(503, 3), FakeReply.status(429, "")),
  BROKEN(discarded(503, 3), FakeReply.status(502, "<html>Bad Gateway</html>")),
  KEY_REFUSED(
      discarded(500, 1), FakeReply.status(401, "{\"error\": {\"message\": \"bad key: hush\"}}")),
  QUESTION_REFUSED(discarded(503, 1), FakeReply.status(400, "{\"error\": \"no such model\"}")),
  ERROR_INSIDE_A_SUCCESS(
      discarded(503, 1), FakeReply.json("{\"error\": {\"code\": 400, \"message\": \"no\"}}")),
  ERROR_AS_FIRST_EVENT(
      discarded(503, 3), FakeReply.events().comment("WAIT").error(502, "provider is down")),
  DROPPED_AT_ONCE(discarded(503, 1), FakeReply.nothing().drop()),
  DROPPED_BEFORE_THE_FIRST_WORD(discarded(503, 1), FakeReply.events().comment("WAIT").drop()),
  SILENT(discarded(503, 1), FakeReply.nothing().silence()),
  SILENT_BUT_FOR_COMMENTS(discarded(503, 1), FakeReply.events().comment("WAIT").silence()),
  NOTHING_BUT_REASONING(discarded(503, 1), FakeReply.events().reasoning("Hm.").finish("stop")),
  NOTHING_TO_SAY(discarded(503, 1), FakeReply.events().text("").finish("stop").done()),

  ERROR_AFTER_FIRST_WORDS(partial("Half"), FakeReply.events().text("Half").error(502, "down")),
  DROPPED_AFTER_FIRST_WORDS(partial("Half"), FakeReply.events().text("Half").drop()),
  ENDED_WITHOUT_AN_END(partial("Half"), FakeReply.events().text("Half")),
  SILENT_AFTER_FIRST_WORDS(partial("Half"), FakeReply.events().text("Half").silence());

  /**
   * The expected result.
   *
   * @param requests the number of requests to the model
   * @param pieces the pieces of the answer that the client gets
   */
  record Expected(int status, int requests, List<String> pieces, boolean whole) {

    /** Returns whether the question is discarded. */
    boolean discarded() {
      return status != 200;
    }
  }

  private final Expected expected;
  private final List<FakeReply> replies;

  ModelFault(Expected expected, FakeReply... replies) {
    boolean retried = expected.whole() && replies.length > 1;
    this.expected =
        retried
            ? new Expected(expected.status(), replies.length, expected.pieces(), true)
            : expected;
    this.replies = List.of(replies);
  }

  Expected expected() {
    return expected;
  }

  /** Returns the reply to an attempt; the first is 0. */
  FakeReply reply(int attempt) {
    return replies.get(Math.min(attempt, replies.size() - 1));
  }

  private static Expected answered(String... pieces) {
    return new Expected(200, 1, List.of(pieces), true);
  }

  private static Expected partial(String... pieces) {
    return new Expected(200, 1, List.of(pieces), false);
  }

  private static Expected discarded(int status, int requests) {
    return new Expected(status, requests, List.of(), false);
  }

  /** Sends each byte of the text in a separate packet. */
  private static FakeReply cut(String text) {
    String event = "data: {\"choices\":[{\"delta\":{\"content\":\"%s\"}}]}\n\n".formatted(text);
    byte[] bytes = event.getBytes(UTF_8);
    FakeReply reply = FakeReply.events();
    for (int i = 0; i < bytes.length; i++) {
      reply.body(Arrays.copyOfRange(bytes, i, i + 1));
    }
    return reply.finish("stop").done();
  }
}
