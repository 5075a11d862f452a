package dev.vidwiz.bootstrap;

import dev.vidwiz.application.chat.ChatModelException;
import dev.vidwiz.application.chat.ChatPrompt;
import dev.vidwiz.application.chat.Completion;
import dev.vidwiz.application.chat.StreamedAnswer;
import dev.vidwiz.bootstrap.settings.Settings;
import dev.vidwiz.domain.chat.Role;
import dev.vidwiz.domain.chat.TokenUsage;
import dev.vidwiz.llm.OpenRouterChatModel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code vidwiz model}: sends the model a question, once streamed and once whole, and prints the
 * results.
 */
final class Model {

  private static final Duration TIMEOUT = Duration.ofSeconds(1);
  private static final int MAX_TOKENS = 400;
  private static final ChatPrompt QUESTION =
      new ChatPrompt(
          ChatPrompt.Purpose.ANSWER,
          "Answer in one short sentence.",
          List.of(new ChatPrompt.Turn(Role.USER, "What is a transcript?")),
          MAX_TOKENS);

  private final OpenRouterChatModel model;
  private @Nullable ChatModelException failure;

  private Model(OpenRouterChatModel model) {
    this.model = model;
  }

  static int run(List<String> args) throws InterruptedException {
    Command.expectNone(args);
    Settings settings = ProgramSettings.readWithoutSecrets();
    OpenRouterChatModel model = new RemoteServices(settings).chatModel(InstantSource.system());
    if (model == null) {
      throw new CannotRun(
          ExitStatus.CONFIGURATION,
          "no model is configured: set OPENROUTER_API_KEY, or OPENROUTER_BASE_URL to your"
              + " own server");
    }
    return new Model(model).ask();
  }

  private int ask() throws InterruptedException {
    print("address", model.address());
    print("model", model.name());
    stream();
    complete();
    List<String> dialect = model.dialect();
    print("dialect", dialect.isEmpty() ? "OpenAI's" : String.join("; ", dialect));
    if (failure == null) {
      return ExitStatus.OK;
    }
    return switch (failure.kind()) {
      case KEY_REFUSED, REFUSED -> ExitStatus.CONFIGURATION;
      case UNAVAILABLE, NO_CONTENT -> ExitStatus.UNAVAILABLE;
    };
  }

  private void stream() throws InterruptedException {
    long start = System.nanoTime();
    StringBuilder text = new StringBuilder();
    String first = "never";
    try (StreamedAnswer answer = model.stream(QUESTION)) {
      while (true) {
        switch (answer.next(TIMEOUT)) {
          case StreamedAnswer.Next.TimedOut timedOut -> {}
          case StreamedAnswer.Next.Text(String piece, boolean anew) -> {
            first = text.isEmpty() ? "after " + millisSince(start) : first;
            text.replace(anew ? 0 : text.length(), text.length(), piece);
          }
          case StreamedAnswer.Next.Finished(String reason, TokenUsage usage) -> {
            String end = reason == null ? "done" : reason;
            print("streamed", "ok (%s) after %s".formatted(end, millisSince(start)));
            print("  first word", first);
            print(usage, text.toString());
            return;
          }
          case StreamedAnswer.Next.Failed(ChatModelException reason) -> {
            failed("streamed", reason);
            print("  first word", first);
            return;
          }
        }
      }
    }
  }

  private void complete() throws InterruptedException {
    long start = System.nanoTime();
    try {
      Completion completion = model.complete(QUESTION);
      print("whole", "ok after " + millisSince(start));
      print(completion.usage(), completion.text());
    } catch (ChatModelException e) {
      failed("whole", e);
    }
  }

  private void failed(String title, ChatModelException reason) {
    failure = reason;
    print(title, "failed: " + Causes.outerAndInnermost(reason));
  }

  private static void print(@Nullable TokenUsage usage, String text) {
    print(
        "  tokens",
        usage == null
            ? "not reported"
            : "%d in, %d out".formatted(usage.promptTokens(), usage.completionTokens()));
    print("  answer", text.replaceAll("\\s+", " "));
  }

  private static void print(String name, String value) {
    System.out.printf("%-14s %s%n", name, value);
  }

  private static String millisSince(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms";
  }
}
