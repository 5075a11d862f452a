package dev.vidwiz.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vidwiz.llm.FakeLlmServer;
import dev.vidwiz.llm.FakeReply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wiz with faults of model servers. */
class WizFaultsTest {

  private static final int QUOTA = 2;
  private static final int CONTEXT_TOKENS = 4_000;
  private static final Map<ModelFault, AtomicInteger> ATTEMPTS = new ConcurrentHashMap<>();

  private static FakeLlmServer llm;
  private static Server server;
  private static String video;

  @BeforeAll
  static void start(@TempDir Path folder) {
    llm = FakeLlmServer.start(WizFaultsTest::reply);
    server =
        Server.start(
            folder,
            Map.of(
                "OPENROUTER_BASE_URL",
                llm.baseUrl().toString(),
                "OPENROUTER_API_KEY",
                "hush",
                "LLM_FIRST_TOKEN_TIMEOUT",
                "3",
                "LLM_IDLE_TIMEOUT",
                "1",
                "WIZ_CONTEXT_TOKENS",
                String.valueOf(CONTEXT_TOKENS),
                "WIZ_GUEST_DAILY_QUOTA",
                String.valueOf(QUOTA)));
    video = OnBothDatabases.newVideoId();
    server.admin().transcript(video, "hello", "and welcome").expect(200);
  }

  @AfterAll
  static void stop() {
    server.close();
    llm.close();
  }

  @ParameterizedTest
  @EnumSource
  void a_fault_is_reported_and_leaves_only_the_expected_data(ModelFault fault) {
    ModelFault.Expected expected = fault.expected();
    Chat chat = guest(fault.name()).chat(video);

    Api.Answer answer = chat.ask("about " + fault);

    assertThat(ATTEMPTS.get(fault)).hasValue(expected.requests());
    assertThat(answer.text()).doesNotContain("hush", "{\"content\":\"\"}");
    if (expected.discarded()) {
      assertRefused(answer, expected.status());
      assertThat(chat.transcript()).isEmpty();
      assertThat(chat.spendQuota("fine?")).isEqualTo(QUOTA);
    } else {
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("text/event-stream");
      assertThat(answer.events()).containsExactlyElementsOf(events(expected));
      assertStored(chat.messages(), fault);
      assertThat(chat.spendQuota("fine?")).isEqualTo(QUOTA - 1);
    }
  }

  @Test
  void token_usage_and_citations_are_stored_with_the_answer() {
    Chat chat = guest("citing").chat(video);
    chat.ask("cite");
    JsonNode details = chat.messages().get(1).get("metadata");
    assertThat(details.get("usage"))
        .isEqualTo(
            Api.json("{\"prompt_tokens\": 11, \"completion_tokens\": 7, \"total_tokens\": 18}"));
    assertThat(details.get("citations"))
        .isEqualTo(Api.json("[{\"timestamp\": \"00:12\", \"seconds\": 12}]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"word", "<&>", "ééé", "字幕", "🎬🎬"})
  void a_long_piece_of_an_answer_is_split_into_events_of_one_write(String word) {
    Api.Answer answer = guest("to " + word.hashCode()).chat(video).ask("repeat " + word);
    assertThat(answer.text().lines()).allMatch(line -> line.getBytes(UTF_8).length < 1_024);
    assertThat(content(answer)).isEqualTo(word.repeat(1_000));
  }

  @Test
  void the_prompt_has_the_relevant_part_of_a_long_transcript_within_the_limit() {
    String threeHours = OnBothDatabases.newVideoId();
    String[] lines = new String[10_000];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = "and so we come to number " + i;
    }
    lines[7_777] = "a walrus has entered the building";
    server.admin().transcript(threeHours, 1, lines).expect(200);

    Chat chat = guest("patient").chat(threeHours);
    chat.ask("When did the walrus come?").expectEvents("Yes.");

    String prompt = lastPrompt("When did the walrus come?");
    List<String> shown = prompt.lines().dropWhile(line -> !line.equals("BEGIN")).skip(1).toList();
    shown = shown.subList(0, shown.indexOf("END"));
    assertThat(shown).contains("2:09:37 a walrus has entered the building");
    assertThat(shown).hasSizeBetween(100, CONTEXT_TOKENS / 5);
    assertThat(String.join("\n", shown).length() / 4).isLessThanOrEqualTo(CONTEXT_TOKENS);
    assertThat(prompt).contains("too long");
  }

  private static FakeReply reply(FakeLlmServer.Request request) {
    String question = question(request);
    if (question.startsWith("about ")) {
      ModelFault fault = ModelFault.valueOf(question.substring("about ".length()));
      return fault.reply(
          ATTEMPTS.computeIfAbsent(fault, any -> new AtomicInteger()).getAndIncrement());
    }
    if (question.startsWith("repeat ")) {
      return FakeReply.saying(question.substring("repeat ".length()).repeat(1_000));
    }
    return FakeReply.saying(question.equals("cite") ? "**Yes** [00:12], not [59:59]." : "Yes.");
  }

  private static String question(FakeLlmServer.Request request) {
    JsonNode messages = Api.json(request.body()).get("messages");
    return messages.get(messages.size() - 1).get("content").textValue();
  }

  private static String lastPrompt(String question) {
    return llm.questions().stream()
        .filter(request -> question(request).equals(question))
        .map(request -> Api.json(request.body()).at("/messages/0/content").textValue())
        .toList()
        .getLast();
  }

  /** Each guest has a different address, so that they do not share a quota. */
  private static Api guest(String name) {
    int number = name.hashCode();
    String address = "10.%d.%d.%d".formatted(number >>> 16 & 255, number >>> 8 & 255, number & 255);
    return Api.guest(server.port(), name, address);
  }

  private static void assertRefused(Api.Answer answer, int status) {
    JsonNode error = answer.expect(status).get("error");
    assertThat(error.get("code").textValue())
        .isEqualTo(status == 503 ? "SERVICE_UNAVAILABLE" : "INTERNAL_ERROR");
    assertThat(error.get("message").textValue()).isNotBlank();
    assertThat(error.get("details").isNull()).isTrue();
  }

  private static List<String> events(ModelFault.Expected expected) {
    List<String> events = new ArrayList<>();
    expected.pieces().forEach(piece -> events.add("{\"content\":\"%s\"}".formatted(piece)));
    events.add(expected.whole() ? "[DONE]" : "{\"error\":\"Processing error\"}");
    return events;
  }

  private static void assertStored(JsonNode messages, ModelFault fault) {
    ModelFault.Expected expected = fault.expected();
    assertThat(messages).hasSize(2);
    assertThat(messages.get(0).get("content").textValue()).isEqualTo("about " + fault);
    assertThat(messages.get(1).get("content").textValue())
        .isEqualTo(String.join("", expected.pieces()));
    JsonNode details = messages.get(1).get("metadata");
    assertThat(details.path("partial").asBoolean()).isEqualTo(!expected.whole());
    assertThat(details.get("finish_reason").asText()).isEqualTo(expected.whole() ? "stop" : "null");
  }

  private static String content(Api.Answer answer) {
    StringBuilder text = new StringBuilder();
    answer.events().stream()
        .filter(event -> event.startsWith("{"))
        .forEach(event -> text.append(Api.json(event).get("content").textValue()));
    return text.toString();
  }
}
