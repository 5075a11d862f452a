package dev.vidwiz.llm;

import dev.vidwiz.application.chat.ChatModelException;
import dev.vidwiz.application.chat.ChatPrompt;
import dev.vidwiz.application.chat.StreamedAnswer;
import dev.vidwiz.application.chat.StreamedAnswer.Next;
import dev.vidwiz.domain.chat.Role;
import dev.vidwiz.llm.OpenRouterSettings.Limits;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model whose server does what a test says, and whose retries do not keep the test waiting. */
final class ScriptedModel implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final String KEY = "sk-or-v1-0123456789abcdef";
  static final ChatPrompt PROMPT =
      new ChatPrompt(
          ChatPrompt.Purpose.ANSWER,
          "Rules.",
          List.of(new ChatPrompt.Turn(Role.USER, "Why?")),
          4096);

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(150);
  private static final int CHARS = 65_536;

  final FakeLlmServer server;

  private ScriptedModel(FakeReply... replies) {
    server = FakeLlmServer.start(replies);
  }

  static ScriptedModel whoseServer(FakeReply... replies) {
    return new ScriptedModel(replies);
  }

  /** What an answer brought: its pieces of text, and its end. */
  record Told(List<String> pieces, Next end) {

    String text() {
      return String.join("", pieces);
    }

    ChatModelException failure() {
      return ((Next.Failed) end).reason();
    }
  }

  Told ask() throws InterruptedException {
    return ask(Limits.DEFAULTS);
  }

  Told ask(Limits limits) throws InterruptedException {
    try (StreamedAnswer answer = model(limits).stream(PROMPT)) {
      return read(answer);
    }
  }

  static Told read(StreamedAnswer answer) throws InterruptedException {
    List<String> pieces = new ArrayList<>();
    while (true) {
      Next next = answer.next(LONG);
      if (!(next instanceof Next.Text text)) {
        return new Told(pieces, next);
      }
      pieces.add(text.text());
    }
  }

  String complete() throws InterruptedException {
    return model(Limits.DEFAULTS).complete(PROMPT).text();
  }

  OpenRouterChatModel model(Limits limits) {
    return model(server.baseUrl(), KEY, limits);
  }

  static OpenRouterChatModel model(URI baseUrl, @Nullable String key, Limits limits) {
    return new OpenRouterChatModel(
        new OpenRouterSettings(baseUrl, key, "test/model", null, null, limits),
        InstantSource.fixed(NOW),
        new RetryRule(2, Duration.ofSeconds(10), Duration.ofMillis(1)));
  }

  /** The defaults but for one. */
  static Limits shortFirstToken() {
    return firstTokenWithin(SHORT);
  }

  static Limits firstTokenWithin(Duration time) {
    return new Limits(LONG, time, LONG, LONG, CHARS);
  }

  static Limits shortSilence() {
    return new Limits(LONG, LONG, SHORT, LONG, CHARS);
  }

  static Limits shortTotal() {
    return new Limits(LONG, LONG, LONG, SHORT, CHARS);
  }

  int requests() {
    return server.requests().size();
  }

  @Override
  public void close() {
    server.close();
  }
}
