package dev.vidwiz.llm;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vidwiz.application.chat.ChatPrompt;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/** Words prompts as requests. */
final class ChatRequests {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final OpenRouterSettings settings;

  ChatRequests(OpenRouterSettings settings) {
    this.settings = settings;
  }

  /** Asks for an answer that comes as events. */
  HttpRequest streamed(ChatPrompt prompt) {
    ObjectNode body = body(prompt).put("stream", true);
    body.putObject("stream_options").put("include_usage", true);
    return request(body, "text/event-stream");
  }

  /** Asks for an answer in one piece. */
  HttpRequest whole(ChatPrompt prompt) {
    return request(body(prompt).put("stream", false), "application/json");
  }

  private ObjectNode body(ChatPrompt prompt) {
    ObjectNode body = JSON.createObjectNode().put("model", settings.model());
    ArrayNode messages = body.putArray("messages");
    messages.addObject().put("role", "system").put("content", prompt.system());
    for (ChatPrompt.Turn turn : prompt.turns()) {
      messages.addObject().put("role", turn.role().code()).put("content", turn.content());
    }
    return body.put("max_tokens", prompt.maxTokens());
  }

  /** Asks which models there are. */
  HttpRequest listModels() {
    return withKey(HttpRequest.newBuilder(settings.models())).build();
  }

  private HttpRequest request(ObjectNode body, String accept) {
    // By way of a string: Jackson's byte writer throws at lone surrogates, getBytes replaces them.
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    return withKey(HttpRequest.newBuilder(settings.chatCompletions()))
        .header("Content-Type", "application/json")
        .header("Accept", accept)
        .POST(BodyPublishers.ofByteArray(bytes))
        .build();
  }

  private HttpRequest.Builder withKey(HttpRequest.Builder request) {
    if (settings.key() != null) {
      request.header("Authorization", "Bearer " + settings.key());
    }
    if (settings.referer() != null) {
      request.header("HTTP-Referer", settings.referer());
    }
    if (settings.title() != null) {
      request.header("X-Title", settings.title());
    }
    return request;
  }
}
