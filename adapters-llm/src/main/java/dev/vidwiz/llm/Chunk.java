package dev.vidwiz.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vidwiz.domain.chat.TokenUsage;
import org.jspecify.annotations.Nullable;

/**
 * What one JSON document of a server says: an event of a stream, or an answer in one piece.
 * Reasoning is left out.
 *
 * @param text text of the answer; empty when it holds none
 * @param finishReason why the model stopped; null while it has not
 * @param usage the tokens spent; null when not told, or not in numbers
 * @param error what went wrong; null when nothing did
 */
record Chunk(
    String text,
    @Nullable String finishReason,
    @Nullable TokenUsage usage,
    @Nullable ServerError error) {

  /** The largest document that is read. */
  static final int MOST_BYTES = 1 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /**
   * Reads a document. What is missing is nothing; what has another type than it should is an error,
   * as it may have been a part of the answer.
   */
  static Chunk parse(String json) throws UnreadableException {
    JsonNode root = tree(json);
    if (!root.isObject()) {
      throw new UnreadableException("The model's server sent something else than a JSON object");
    }
    JsonNode choice = path(path(root, "choices", JsonNode::isArray), 0);
    JsonNode delta = path(choice, "delta", JsonNode::isObject);
    JsonNode said = delta.isObject() ? delta : path(choice, "message", JsonNode::isObject);
    String finishReason = path(choice, "finish_reason", JsonNode::isTextual).asText();
    return new Chunk(
        path(said, "content", JsonNode::isTextual).asText(),
        finishReason.isEmpty() ? null : finishReason,
        usage(root.path("usage")),
        error(root, choice));
  }

  /** Returns the error that the body of a refusal names, or one without details. */
  static ServerError errorIn(String body) {
    try {
      JsonNode root = tree(body);
      // Google wraps its errors into an array.
      ServerError error = ServerError.from(root.isArray() ? root.path(0) : root);
      return error == null ? ServerError.UNKNOWN : error;
    } catch (UnreadableException e) {
      return ServerError.UNKNOWN;
    }
  }

  private static @Nullable ServerError error(JsonNode root, JsonNode choice) {
    ServerError error = ServerError.from(root);
    return error == null ? ServerError.from(choice) : error;
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

  // The parser's own exception quotes what it could not read, and that may be anything: not kept.
  private static JsonNode tree(String json) throws UnreadableException {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UnreadableException("The model's server sent something that is no JSON");
    }
  }

  private static JsonNode path(JsonNode array, int index) throws UnreadableException {
    JsonNode element = array.path(index);
    if (!element.isMissingNode() && !element.isObject()) {
      throw new UnreadableException("The model's server sent a choice that is no object");
    }
    return element;
  }

  private static JsonNode path(JsonNode parent, String name, Type type) throws UnreadableException {
    JsonNode value = parent.path(name);
    if (value.isNull() || value.isMissingNode()) {
      return JSON.missingNode();
    }
    if (!type.fits(value)) {
      throw new UnreadableException("The model's server sent a \"" + name + "\" of a wrong type");
    }
    return value;
  }

  private interface Type {
    boolean fits(JsonNode node);
  }
}
