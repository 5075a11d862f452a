package dev.vidwiz.llm;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vidwiz.application.chat.ChatPrompt;
import dev.vidwiz.domain.chat.Role;
import dev.vidwiz.llm.OpenRouterSettings.Limits;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A prompt as an HTTP request. */
record ChatRequest(OpenRouterSettings settings, ChatPrompt prompt, boolean streamed) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Returns the limits: only the total time counts when the answer is not streamed. */
  Limits limits() {
    return streamed ? settings.limits() : settings.limits().whole();
  }

  /** Returns the request in the form that a server with these traits accepts. */
  HttpRequest without(Set<Trait> traits) throws UnknownHostException {
    boolean streams = streamed && !traits.contains(Trait.NO_STREAM);
    ObjectNode body = JSON.createObjectNode().put("model", settings.model());
    addMessages(body.putArray("messages"), !traits.contains(Trait.NO_SYSTEM_ROLE));
    if (!traits.contains(Trait.NO_TOKEN_LIMIT)) {
      boolean renamed = traits.contains(Trait.MAX_COMPLETION_TOKENS);
      body.put(renamed ? "max_completion_tokens" : "max_tokens", prompt.maxTokens());
    }
    if (!traits.contains(Trait.NO_STREAM)) {
      body.put("stream", streamed);
    }
    if (streams && !traits.contains(Trait.NO_STREAM_OPTIONS)) {
      body.putObject("stream_options").put("include_usage", true);
    }
    // Jackson's byte writer throws at lone surrogates; getBytes replaces them.
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    return to("chat/completions", settings)
        .header("Content-Type", "application/json")
        .header("Accept", streams ? "text/event-stream" : "application/json")
        .POST(BodyPublishers.ofByteArray(bytes))
        .build();
  }

  private void addMessages(ArrayNode messages, boolean systemRole) {
    String rules = systemRole ? "" : prompt.system() + "\n\n";
    if (systemRole) {
      messages.addObject().put("role", "system").put("content", prompt.system());
    }
    for (ChatPrompt.Turn turn : prompt.turns()) {
      boolean asked = turn.role() == Role.USER;
      // Answers that earlier versions stored can contain thoughts.
      String content = asked ? rules + turn.content() : Thoughts.without(turn.content());
      rules = asked ? "" : rules;
      if (!content.isBlank()) {
        messages.addObject().put("role", turn.role().code()).put("content", content);
      }
    }
  }

  /** Starts a request with credentials and identifying headers. */
  static HttpRequest.Builder to(String path, OpenRouterSettings settings)
      throws UnknownHostException {
    ServerAddress address = settings.address();
    HttpRequest.Builder request = address.request(path);
    String key = settings.key();
    String user = address.user();
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    } else if (user != null) {
      byte[] bytes = user.getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }
    addHeader(request, "api-key", address.isAzure() ? key : null);
    addHeader(request, "HTTP-Referer", settings.referer());
    addHeader(request, "X-Title", settings.title());
    return request;
  }

  private static void addHeader(HttpRequest.Builder request, String name, @Nullable String value) {
    if (value != null) {
      request.header(name, value);
    }
  }
}
