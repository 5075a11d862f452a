package dev.vidwiz.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidwiz.llm.FakeReply;
import java.util.Arrays;
import java.util.List;

/** What the server of a model may do, and what becomes of the question that it was asked. */
@SuppressWarnings("ImmutableEnumChecker") // What is scripted is not changed any more.
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
      takenBack(503, 1), FakeReply.status(429, "", "Retry-After: 60"), FakeReply.saying("No.")),
  OVERLOADED(takenBack(503, 3), FakeReply.status(429, "")),
  BROKEN(takenBack(503, 3), FakeReply.status(502, "<html>Bad Gateway</html>")),
  KEY_REFUSED(
      takenBack(500, 1), FakeReply.status(401, "{\"error\": {\"message\": \"bad key: hush\"}}")),
  QUESTION_REFUSED(takenBack(503, 1), FakeReply.status(400, "{\"error\": \"no such model\"}")),
  ERROR_INSIDE_A_SUCCESS(
      takenBack(503, 1), FakeReply.json("{\"error\": {\"code\": 400, \"message\": \"no\"}}")),
  ERROR_AS_FIRST_EVENT(
      takenBack(503, 3), FakeReply.events().comment("WAIT").error(502, "provider is down")),
  DROPPED_AT_ONCE(takenBack(503, 1), FakeReply.nothing().drop()),
  DROPPED_BEFORE_THE_FIRST_WORD(takenBack(503, 1), FakeReply.events().comment("WAIT").drop()),
  SILENT(takenBack(503, 1), FakeReply.nothing().silence()),
  SILENT_BUT_FOR_COMMENTS(takenBack(503, 1), FakeReply.events().comment("WAIT").silence()),
  NOTHING_BUT_REASONING(takenBack(503, 1), FakeReply.events().reasoning("Hm.").finish("stop")),
  NOTHING_TO_SAY(takenBack(503, 1), FakeReply.events().text("").finish("stop").done()),

  ERROR_AFTER_FIRST_WORDS(brokenOff("Half"), FakeReply.events().text("Half").error(502, "down")),
  DROPPED_AFTER_FIRST_WORDS(brokenOff("Half"), FakeReply.events().text("Half").drop()),
  ENDED_WITHOUT_AN_END(brokenOff("Half"), FakeReply.events().text("Half")),
  SILENT_AFTER_FIRST_WORDS(brokenOff("Half"), FakeReply.events().text("Half").silence());

  /**
   * What is to be expected.
   *
   * @param requests how often the model is asked
   * @param pieces what the client reads of the answer
   */
  record Expected(int status, int requests, List<String> pieces, boolean whole) {

    /** Tells whether the question is forgotten as if it had not been asked. */
    boolean takenBack() {
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

  /** Returns what the server does at the given attempt, the first being 0. */
  FakeReply reply(int attempt) {
    return replies.get(Math.min(attempt, replies.size() - 1));
  }

  private static Expected answered(String... pieces) {
    return new Expected(200, 1, List.of(pieces), true);
  }

  private static Expected brokenOff(String... pieces) {
    return new Expected(200, 1, List.of(pieces), false);
  }

  private static Expected takenBack(int status, int requests) {
    return new Expected(status, requests, List.of(), false);
  }

  /** Sends each byte of the text in a packet of its own. */
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
