package dev.vidwiz.bootstrap.metrics;

import dev.vidwiz.application.chat.ChatModelException;
import dev.vidwiz.application.chat.ChatPrompt.Purpose;
import dev.vidwiz.domain.chat.TokenUsage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Measures calls of the model. Thread-safe. */
final class ModelCalls {

  /** The outcome of a call with an answer. */
  static final String ANSWERED = "answered";

  /**
   * The outcome of a call whose client disconnected, or that was interrupted when the server
   * stopped.
   */
  static final String CLOSED = "closed";

  private static final Duration[] TIMES =
      Meters.millis(250, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 60_000, 300_000);

  private final MeterProvider<Timer> calls;
  private final MeterProvider<Timer> firstTokens;
  private final MeterProvider<Counter> tokens;

  ModelCalls(MeterRegistry registry) {
    calls =
        Timer.builder("vidwiz.llm.calls")
            .description("Calls of the model, from the question to the end of the answer")
            .serviceLevelObjectives(TIMES)
            .withRegistry(registry);
    firstTokens =
        Timer.builder("vidwiz.llm.first.token")
            .description("From the question to the first words of a streamed answer")
            .serviceLevelObjectives(TIMES)
            .withRegistry(registry);
    tokens =
        Counter.builder("vidwiz.llm.tokens")
            .description("Tokens that the model read (in) and wrote (out), by its own count")
            .withRegistry(registry);
    for (Purpose purpose : Purpose.values()) {
      calls(purpose, ANSWERED);
      calls(purpose, CLOSED);
      for (ChatModelException.Kind kind : ChatModelException.Kind.values()) {
        calls(purpose, Meters.label(kind));
      }
      tokens(purpose, "in");
      tokens(purpose, "out");
    }
  }

  void firstToken(Purpose purpose, long startNanos) {
    firstTokens.withTag("purpose", Meters.label(purpose)).record(since(startNanos));
  }

  void answered(Purpose purpose, long startNanos, @Nullable TokenUsage usage) {
    calls(purpose, ANSWERED).record(since(startNanos));
    if (usage != null) {
      tokens(purpose, "in").increment((double) Math.max(0, usage.promptTokens()));
      tokens(purpose, "out").increment((double) Math.max(0, usage.completionTokens()));
    }
  }

  void closed(Purpose purpose, long startNanos) {
    calls(purpose, CLOSED).record(since(startNanos));
  }

  void failed(Purpose purpose, long startNanos, ChatModelException.Kind kind) {
    calls(purpose, Meters.label(kind)).record(since(startNanos));
  }

  private Timer calls(Purpose purpose, String outcome) {
    return calls.withTags("purpose", Meters.label(purpose), "outcome", outcome);
  }

  private Counter tokens(Purpose purpose, String direction) {
    return tokens.withTags("purpose", Meters.label(purpose), "direction", direction);
  }

  private static Duration since(long startNanos) {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }
}
