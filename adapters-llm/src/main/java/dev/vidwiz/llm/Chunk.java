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
 * The content of one event of a stream, or of a whole response. Separate fields for reasoning are
 * ignored.
 *
 * @param delta text to append to the answer; can be empty
 * @param message the whole answer so far; can be empty
 * @param inParts whether the text came as a list of parts
 * @param finishReason why the model stopped; null when it has not
 * @param usage the token usage; null when missing or malformed
 * @param error the error; null when there is none
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

  private static final Pattern ERROR_WORD =
      Pattern.compile("\\b(error|exception|failed|failure)\\b", Pattern.CASE_INSENSITIVE);
  private static final List<String> TEXT_PARTS = List.of("", "text", "output_text");

  /**
   * Parses an event. Missing or empty fields are ignored. So is an event that is not JSON, unless
   * it contains an error word. A field of a wrong type is an error, because it may have been part
   * of the answer.
   */
  static Chunk parse(String data) throws ProtocolException {
    JsonNode root = tree(data);
    root = root.isArray() ? root.path(0) : root;
    if (root.isTextual() && ERROR_WORD.matcher(root.asText()).find()) {
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

  /** Returns the error in the body of an error response, in any format. */
  static ServerError errorIn(String body) {
    if (body.stripLeading().startsWith("<")) {
      return new ServerError(0, "", null);
    }
    try {
      // Google wraps errors in an array, and some servers send them as an event.
      String json = body.substring(Math.max(0, body.indexOf('{')));
      ServerError error = ServerError.from(JSON.reader().without(TRAILING).readTree(json));
      return error == null ? new ServerError(0, "", null) : error;
    } catch (JsonProcessingException e) {
      return new ServerError(0, body, null);
    }
  }

  // No cause: the parser's message quotes the input, which can contain anything.
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

  /** Returns a value that has the given type or is missing, null or empty. */
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
