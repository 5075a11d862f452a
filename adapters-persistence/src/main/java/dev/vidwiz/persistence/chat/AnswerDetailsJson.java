package dev.vidwiz.persistence.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vidwiz.domain.chat.AnswerDetails;
import dev.vidwiz.domain.chat.Citation;
import dev.vidwiz.domain.chat.TokenUsage;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.persistence.database.JsonColumn;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The JSON in the column {@code metadata} of messages. Its keys are those of the API. */
final class AnswerDetailsJson {

  private AnswerDetailsJson() {}

  static JsonText write(AnswerDetails details) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("model", details.model());
    node.put("finish_reason", details.finishReason());
    TokenUsage usage = details.usage();
    if (usage != null) {
      node.putObject("usage")
          .put("prompt_tokens", usage.promptTokens())
          .put("completion_tokens", usage.completionTokens())
          .put("total_tokens", usage.totalTokens());
    }
    ArrayNode citations = node.putArray("citations");
    details
        .citations()
        .forEach(
            citation ->
                citations
                    .addObject()
                    .put("timestamp", citation.timestamp())
                    .put("seconds", citation.seconds()));
    if (details.partial()) {
      node.put("partial", true);
    }
    return new JsonText(node.toString());
  }

  /** Parses JSON of this or an older server; null when it is not an object. */
  static @Nullable AnswerDetails read(@Nullable JsonText json) {
    JsonNode node = json == null ? MissingNode.getInstance() : JsonColumn.read("metadata", json);
    return node.isObject()
        ? new AnswerDetails(
            node.path("model").asText("unknown"),
            node.path("finish_reason").textValue(),
            usage(node.path("usage")),
            citations(node.path("citations")),
            node.path("partial").asBoolean())
        : null;
  }

  private static @Nullable TokenUsage usage(JsonNode node) {
    return node.isObject()
        ? new TokenUsage(
            node.path("prompt_tokens").asLong(),
            node.path("completion_tokens").asLong(),
            node.path("total_tokens").asLong())
        : null;
  }

  private static List<Citation> citations(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false)
        .map(
            citation ->
                new Citation(
                    citation.path("timestamp").asText(), citation.path("seconds").asLong()))
        .toList();
  }
}
