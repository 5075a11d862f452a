package dev.vidwiz.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import dev.vidwiz.domain.chat.TokenUsage;
import java.net.ProtocolException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one piece of what a server sends says: an event of a stream, or an answer in one piece.
 * Reasoning in members of its own is left out.
 *
 * @param delta text that goes on the answer; empty when it holds none
 * @param message the whole answer as far as it goes; empty when it holds none
 * @param inParts whether the text came as a list of parts
 * @param finishReason why the model stopped; null while it has not
 * @param usage the tokens spent; null when not told, or not in numbers
 * @param error what went wrong; null when nothing did
 */
record Chunk(
    String delta,
    String message,
    boolean inParts,
    @Nullable String finishReason,
    @Nullable TokenUsage usage,
    @Nullable ServerError error) {

  private static final DeserializationFeature TRAILING =
      DeserializationFeature.FAIL_ON_TRAILING_TOKENS;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(TRAILING)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .build();

  private static final Pattern COMPLAINT =
      Pattern.compile("\\b(error|exception|failed|failure)\\b", Pattern.CASE_INSENSITIVE);
  private static final List<String> TEXT_PARTS = List.of("", "text", "output_text");

  /**
   * Reads a piece. What is missing or empty is nothing, and so is what is no document, unless it
   * complains; what has another type than it should is an error, as it may have been a part of the
   * answer.
   */
  static Chunk parse(String data) throws ProtocolException {
    JsonNode root = tree(data);
    root = root.isArray() ? root.path(0) : root;
    if (root.isTextual() && COMPLAINT.matcher(root.asText()).find()) {
      return new Chunk("", "", false, null, null, new ServerError(0, root.asText(), null));
    }
    JsonNode choices = member(root, "choices", JsonNodeType.ARRAY);
    JsonNode choice = typed(choices.path(0), "choice", JsonNodeType.OBJECT);
    JsonNode delta = member(choice, "delta", JsonNodeType.OBJECT).path("content");
    JsonNode message = member(choice, "message", JsonNodeType.OBJECT).path("content");
    String reason = choice.path("finish_reason").textValue();
    return new Chunk(
        text(delta),
        text(message),
        delta.isContainerNode() || message.isContainerNode(),
        reason == null || reason.isEmpty() ? null : reason,
        usage(root.path("usage")),
        ServerError.from(root));
  }

  /** Returns the error that the body of a refusal tells of, in whatever words. */
  static ServerError errorIn(String body) {
    if (body.stripLeading().startsWith("<")) {
      return new ServerError(0, "", null);
    }
    try {
      // Google wraps its errors into an array, and some servers send them as an event.
      String json = body.substring(Math.max(0, body.indexOf('{')));
      ServerError error = ServerError.from(JSON.reader().without(TRAILING).readTree(json));
      return error == null ? new ServerError(0, "", null) : error;
    } catch (JsonProcessingException e) {
      return new ServerError(0, body, null);
    }
  }

  // The parser's own exception quotes what it could not read, and that may be anything: not kept.
  private static JsonNode tree(String data) throws ProtocolException {
    try {
      return JSON.readTree(data);
    } catch (JsonProcessingException e) {
      if (data.stripLeading().startsWith("{")) {
        throw new ProtocolException("The model's server sent something that is no JSON");
      }
      return JSON.getNodeFactory().textNode(data);
    }
  }

  private static JsonNode member(JsonNode parent, String name, JsonNodeType type)
      throws ProtocolException {
    return typed(parent.path(name), name, type);
  }

  /** Returns a value that has the type that it should have, or is missing, null or empty. */
  private static JsonNode typed(JsonNode value, String name, JsonNodeType type)
      throws ProtocolException {
    boolean nothing = value.isEmpty() && value.asText("").isBlank();
    if (!nothing && value.getNodeType() != type) {
      throw new ProtocolException("The model's server sent a \"" + name + "\" of a wrong type");
    }
    return value;
  }

  private static String text(JsonNode content) throws ProtocolException {
    if (content.isArray()) {
      StringBuilder text = new StringBuilder();
      for (JsonNode part : content) {
        text.append(text(part));
      }
      return text.toString();
    }
    if (content.isObject()) {
      boolean said = TEXT_PARTS.contains(content.path("type").asText());
      return said && !content.path("thought").asBoolean() ? text(content.path("text")) : "";
    }
    return typed(content, "content", JsonNodeType.STRING).asText("");
  }

  private static @Nullable TokenUsage usage(JsonNode usage) {
    JsonNode prompt = usage.path("prompt_tokens");
    JsonNode completion = usage.path("completion_tokens");
    if (!prompt.isIntegralNumber() || !completion.isIntegralNumber()) {
      return null;
    }
    long sum = prompt.asLong() + completion.asLong();
    return new TokenUsage(
        prompt.asLong(), completion.asLong(), usage.path("total_tokens").asLong(sum));
  }
}
