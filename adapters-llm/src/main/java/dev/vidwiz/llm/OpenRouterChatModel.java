package dev.vidwiz.llm;

import dev.vidwiz.application.chat.ChatModel;
import dev.vidwiz.application.chat.ChatPrompt;
import dev.vidwiz.application.chat.Completion;
import dev.vidwiz.application.chat.StreamedAnswer;
import dev.vidwiz.application.health.Check;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.InstantSource;

/**
 * A model on OpenRouter, or on any other server with OpenAI's {@code /chat/completions}.
 * Thread-safe; every answer under way costs one virtual thread and one connection.
 */
public final class OpenRouterChatModel implements ChatModel {

  private final OpenRouterSettings settings;
  private final ChatRequests requests;
  private final ModelServer server;
  private final RetryRule retries;

  /**
   * Prepares to ask the model; nothing is sent yet.
   *
   * @param clock tells how far off the date in a {@code Retry-After} is
   */
  public OpenRouterChatModel(OpenRouterSettings settings, InstantSource clock) {
    this(settings, clock, RetryRule.DEFAULT);
  }

  OpenRouterChatModel(OpenRouterSettings settings, InstantSource clock, RetryRule retries) {
    this.settings = settings;
    this.requests = new ChatRequests(settings);
    this.server = new ModelServer(settings, clock);
    this.retries = retries;
  }

  @Override
  public String name() {
    return settings.model();
  }

  /** Returns what tells whether the model's server is there for us. */
  public Check check() {
    return new ModelServerCheck(server, requests.listModels());
  }

  @Override
  public StreamedAnswer stream(ChatPrompt prompt) {
    return QueuedAnswer.start(server, requests.streamed(prompt), settings.timeouts(), retries);
  }

  @Override
  public Completion complete(ChatPrompt prompt) throws InterruptedException {
    try {
      return complete(requests.whole(prompt));
    } catch (AttemptFailed e) {
      throw e.reason();
    }
  }

  private Completion complete(HttpRequest request) throws AttemptFailed, InterruptedException {
    Failures failures = server.failures();
    Deadline deadline = Deadlines.total(settings.timeouts());
    try (ResponseBytes body = server.ask(request, deadline)) {
      Chunk answer = Chunk.parse(body.readText(Chunk.MOST_BYTES, deadline));
      failures.check(answer);
      TextPieces pieces = new TextPieces();
      String text = pieces.next(answer.text()) + pieces.rest();
      if (text.isBlank()) {
        throw failures.noContent();
      }
      return new Completion(text, answer.usage());
    } catch (IOException e) {
      throw failures.of(e);
    }
  }
}
