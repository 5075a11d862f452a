package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.vidwiz.llm.FakeLlmServer;
import dev.vidwiz.llm.FakeReply;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written by a model that thinks aloud, and puts more around a text than was asked for. */
class ThinkingModelTest {

  private static final String SUMMARY = "What the singer never does, in so many words. ".repeat(6);
  private static final String NOTE = "The singer promises that he is never going to give you up.";
  private static final String THOUGHTS = "<think>The user wants [0:05] a short text.</think>\n\n";

  private static volatile Way way;
  private static FakeLlmServer llm;
  private static Server server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    llm = FakeLlmServer.start(request -> way.reply(text(request)));
    server = Server.start(folder, settings(llm));
  }

  @AfterAll
  static void stop() {
    server.close();
    llm.close();
  }

  /** How the model answers. */
  @SuppressWarnings("ImmutableEnumChecker")
  enum Way {
    WHOLE("%s%s"),
    WITHOUT_A_BEGINNING("Hm, short.</think>%s%s"),
    WITH_A_LEAD_IN("%sSure! Here is the note: %s"),
    FENCED("%s```json\n{\"note\": \"%s\"}\n```"),
    STREAMED("%s%s") {
      @Override
      FakeReply reply(String text) {
        return FakeReply.saying("<thi", "nk>Hm.</", "think>", text);
      }
    };

    private final String format;

    Way(String format) {
      this.format = format;
    }

    FakeReply reply(String text) {
      String content = quoted(format.formatted(THOUGHTS, text));
      return FakeReply.json("{\"choices\": [{\"message\": {\"content\": " + content + "}}]}");
    }
  }

  @ParameterizedTest
  @EnumSource
  void notes_and_summaries_are_all_that_is_stored(Way one) {
    way = one;
    Api user = server.api().newUser();
    String video = OnBothDatabases.newVideoId();
    user.note(video, " ").expect(201);
    server.admin().transcript(video, "Never gonna", "give you up").expect(200);

    assertThat(awaitText(user, "/v2/videos/" + video + "/notes", "/0/text")).isEqualTo(NOTE);
    assertThat(awaitText(user, "/v2/videos/" + video, "/summary")).isEqualTo(SUMMARY.strip());
  }

  private static String quoted(String text) {
    return JsonNodeFactory.instance.textNode(text).toString();
  }

  private static String text(FakeLlmServer.Request request) {
    return request.body().contains("Summarise") ? SUMMARY : NOTE;
  }

  private static Map<String, String> settings(FakeLlmServer llm) {
    return Map.of(
        "WORKERS",
        "builtin",
        "AI_NOTES_DEFAULT",
        "true",
        "YOUTUBE_BASE_URL",
        "http://127.0.0.1:9",
        "OPENROUTER_BASE_URL",
        llm.baseUrl().toString());
  }

  /** No event tells of notes. */
  private static String awaitText(Api user, String path, String pointer) {
    long end = System.nanoTime() + Program.PATIENCE_SECONDS * 1_000_000_000;
    JsonNode text = user.get(path).expect(200).at(pointer);
    while (text.isNull() && System.nanoTime() < end) {
      text = user.get(path).expect(200).at(pointer);
    }
    return text.textValue();
  }
}
