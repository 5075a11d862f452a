package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.vidwiz.llm.FakeLlmServer;
import dev.vidwiz.llm.FakeReply;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Notes and summaries of a model that writes thoughts and other text around them. */
class ThinkingModelTest {

  private static final int QUOTA = 2;
  private static final String SUMMARY = "What the singer never does, in so many words. ".repeat(6);
  private static final String NOTE = "The singer promises that he is never going to give you up.";
  private static final String THOUGHTS = "<think>The user wants [0:05] a short text.</think>\n\n";
  private static final Pattern FORMAT = Pattern.compile("in the format ([A-Z_]+)");

  private static FakeLlmServer llm;
  private static Server server;

  /** The format of a reply of the model. */
  @SuppressWarnings("ImmutableEnumChecker")
  enum ReplyFormat {
    WHOLE(THOUGHTS + "%s"),
    WITHOUT_A_BEGINNING("Hm, short.</think>" + THOUGHTS + "%s"),
    WITH_A_LEAD_IN(THOUGHTS + "Sure! Here is the note: %s"),
    WITH_A_NAME("**Note:** %s"),
    IN_QUOTES("%s") {
      @Override
      FakeReply reply(String text) {
        // A summary may be one long quotation, but a note may not.
        return super.reply(text.equals(NOTE) ? "“" + text + "”" : text);
      }
    },
    FENCED(THOUGHTS + "```json\n{\"note\": \"%s\"}\n```"),
    AS_JSON("{\"note\": \"%s\"}"),
    STREAMED("%s") {
      @Override
      FakeReply reply(String text) {
        return FakeReply.saying("<thi", "nk>Hm.</", "think>", text);
      }
    };

    private final String format;

    ReplyFormat(String format) {
      this.format = format;
    }

    FakeReply reply(String text) {
      String content = JsonNodeFactory.instance.textNode(format.formatted(text)).toString();
      return FakeReply.json("{\"choices\": [{\"message\": {\"content\": " + content + "}}]}");
    }
  }

  @BeforeAll
  static void start(@TempDir Path folder) {
    llm = FakeLlmServer.start(ThinkingModelTest::reply);
    server = Server.start(folder, settings());
  }

  @AfterAll
  static void stop() {
    server.close();
    llm.close();
  }

  @ParameterizedTest
  @EnumSource
  void only_notes_and_summaries_are_stored_and_they_cost_no_quota(ReplyFormat replyFormat) {
    Api user = server.api().newUser();
    String video = OnBothDatabases.newVideoId();
    user.note(video, " ").expect(201);
    server.admin().transcript(video, "Never gonna", "in the format " + replyFormat).expect(200);

    assertThat(awaitText(user, "/v2/videos/" + video + "/notes", "/0/text")).isEqualTo(NOTE);
    assertThat(awaitText(user, "/v2/videos/" + video, "/summary")).isEqualTo(SUMMARY.strip());
    assertThat(user.chat(video).spendQuota("fine?")).isEqualTo(QUOTA);
  }

  private static FakeReply reply(FakeLlmServer.Request request) {
    Matcher replyFormat = FORMAT.matcher(request.body());
    if (request.body().contains("\"stream\":true") || !replyFormat.find()) {
      return FakeReply.saying("Yes.");
    }
    return ReplyFormat.valueOf(replyFormat.group(1))
        .reply(request.body().contains("Summarize") ? SUMMARY : NOTE);
  }

  private static Map<String, String> settings() {
    return Map.of(
        "WORKERS",
        "builtin",
        "AI_NOTES_DEFAULT",
        "true",
        "WIZ_USER_DAILY_QUOTA",
        String.valueOf(QUOTA),
        "YOUTUBE_BASE_URL",
        "http://127.0.0.1:9",
        "OPENROUTER_BASE_URL",
        llm.baseUrl().toString());
  }

  /** There are no events for notes. */
  private static String awaitText(Api user, String path, String pointer) {
    long end = System.nanoTime() + Program.TIMEOUT_SECONDS * 1_000_000_000;
    JsonNode text = user.get(path).expect(200).at(pointer);
    while (text.isNull() && System.nanoTime() < end) {
      text = user.get(path).expect(200).at(pointer);
    }
    return text.textValue();
  }
}
