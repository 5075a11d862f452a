package dev.vidwiz.llm;

import dev.vidwiz.application.chat.ChatModelException.Kind;
import dev.vidwiz.application.health.Check;
import java.io.IOException;
import java.time.Duration;

/**
 * Looks whether the model's server answers and accepts the key, by asking for its list of models,
 * which costs no tokens. A server that has no such list answers all the same.
 */
final class ModelServerCheck implements Check {

  private static final Duration LIMIT = Duration.ofSeconds(1);

  private final ModelServer server;
  private final OpenRouterSettings settings;

  ModelServerCheck(ModelServer server, OpenRouterSettings settings) {
    this.server = server;
    this.settings = settings;
  }

  @Override
  public void look() throws InterruptedException {
    Deadline deadline = Deadline.in(LIMIT, "The list of models did not come in time");
    try {
      // The list can be long, and nobody reads it.
      server.ask(ChatRequest.to("models", settings).build(), deadline).close();
    } catch (AttemptFailed e) {
      if (e.reason().kind() != Kind.REFUSED) {
        throw e.reason();
      }
    } catch (IOException e) {
      throw server.failures().of(e).reason();
    }
  }
}
