package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.llm.FakeLlmServer;
import dev.vidwiz.llm.FakeReply;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Wiz with the dialects of model servers, in little memory. */
class WizDialectsTest {

  private static final int QUOTA = 2;
  private static final int ENDLESS_ANSWERS = 20;
  private static final Pattern QUESTION = Pattern.compile("about ([A-Z_]+)\"}]");

  private static FakeLlmServer llm;
  private static Server server;
  private static String video;

  @BeforeAll
  static void start(@TempDir Path folder) {
    llm = FakeLlmServer.start(WizDialectsTest::reply);
    server = startServer(folder);
    video = OnBothDatabases.newVideoId();
    server.admin().transcript(video, "hello", "and welcome").expect(200);
  }

  private static Server startServer(Path folder) {
    return Server.start(
        folder,
        Map.of(
            "OPENROUTER_BASE_URL",
            llm.baseUrl().toString(),
            "WIZ_MAX_ANSWER_CHARS",
            "1000",
            "WIZ_GUEST_DAILY_QUOTA",
            String.valueOf(QUOTA),
            "_JAVA_OPTIONS",
            "-Xmx256m"));
  }

  @AfterAll
  static void stop() {
    server.close();
    llm.close();
  }

  @ParameterizedTest
  @EnumSource
  void only_the_answer_is_shown_stored_and_counted(ModelDialect dialect) {
    Chat chat = guest(dialect.name()).chat(video);

    dialect.expected().check("about " + dialect, chat, QUOTA);
  }

  @Test
  void endless_answers_do_not_block_others() {
    List<HeldRequest> endless =
        IntStream.range(0, ENDLESS_ANSWERS)
            .mapToObj(i -> guest("endless " + i).chat(video).hold("about ENDLESS_EVENT"))
            .toList();

    assertThat(guest("patient").chat(video).ask("fine?").events()).contains("[DONE]");

    for (HeldRequest one : endless) {
      assertThat(one.next()).contains("x");
      assertThat(one.next()).contains("Processing error");
      one.close();
    }
  }

  @Test
  void the_log_has_the_reason_of_a_partial_answer_and_each_omitted_parameter_once(
      @TempDir Path folder) throws InterruptedException {
    try (Server other = startServer(folder)) {
      other.admin().transcript(video, "hello").expect(200);
      Api user = other.api().newUser();
      user.chat(video).ask("about FAILURE_BY_NAME");
      user.chat(video).ask("about NO_STREAM_OPTIONS").expectEvents("Yes.");
      user.chat(video).ask("about NO_STREAM_OPTIONS").expectEvents("Yes.");

      Output log = other.program().errors();
      log.find(Pattern.compile("broke its answer off(?s:.*)reported an error: gone"));
      log.find(Pattern.compile("INFO .*takes no stream_options"));
      other.program().terminate();
      assertThat(log.whole().split("takes no stream_options", -1)).hasSize(2);
    }
  }

  private static FakeReply reply(FakeLlmServer.Request request) {
    Matcher question = QUESTION.matcher(request.body());
    return question.find()
        ? ModelDialect.valueOf(question.group(1)).reply(request)
        : FakeReply.saying("Yes.");
  }

  /** Each guest has a different address, so that they do not share a quota. */
  private static Api guest(String name) {
    int number = name.hashCode();
    String address = "10.%d.%d.%d".formatted(number >>> 16 & 255, number >>> 8 & 255, number & 255);
    return Api.guest(server.port(), name, address);
  }
}
