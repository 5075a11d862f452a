package dev.vidwiz.llm;

import dev.vidwiz.application.chat.ChatModel;
import dev.vidwiz.application.chat.ChatPrompt;
import dev.vidwiz.application.chat.Completion;
import dev.vidwiz.application.chat.StreamedAnswer;
import dev.vidwiz.application.chat.StreamedAnswer.Next.Finished;
import dev.vidwiz.application.health.Check;
import java.time.InstantSource;
import java.util.List;

/**
 * A model on OpenRouter, or on any other server with OpenAI's {@code /chat/completions}. Every
 * running answer uses one virtual thread and one connection. Thread-safe.
 */
public final class OpenRouterChatModel implements ChatModel {

  private final OpenRouterSettings settings;
  private final ModelServer server;
  private final RetryRule retries;

  /**
   * Creates the model; sends nothing.
   *
   * @param clock for dates in {@code Retry-After}
   */
  public OpenRouterChatModel(OpenRouterSettings settings, InstantSource clock) {
    this(settings, clock, RetryRule.DEFAULT);
  }

  OpenRouterChatModel(OpenRouterSettings settings, InstantSource clock, RetryRule retries) {
    this.settings = settings;
    this.server = new ModelServer(settings, clock);
    this.retries = retries;
  }

  @Override
  public String name() {
    return settings.model();
  }

  /** Returns the health check of the server. */
  public Check check() {
    return server::check;
  }

  /** Returns the URL of the server, without user, password and query. */
  public String address() {
    return settings.address().display();
  }

  /** Returns descriptions of the differences from OpenAI's API that were found so far. */
  public List<String> dialect() {
    return server.dialect().stream().sorted().map(Trait::toString).toList();
  }

  @Override
  public StreamedAnswer stream(ChatPrompt prompt) {
    return new QueuedAnswer(server, new ChatRequest(settings, prompt, true), retries);
  }

  @Override
  public Completion complete(ChatPrompt prompt) throws InterruptedException {
    StringBuilder answer = new StringBuilder();
    AnswerReader.Listener listener =
        piece -> answer.replace(piece.anew() ? 0 : answer.length(), answer.length(), piece.text());
    ChatRequest request = new ChatRequest(settings, prompt, false);
    Finished end = new Attempts(server, request, RetryRule.NONE, listener).run();
    return new Completion(answer.toString(), end.usage());
  }
}
