package dev.vidwiz.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.vidwiz.http.error.ErrorCode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The responses of an operation, by status. */
final class Responses {

  private final List<JsonNode> own;
  private final Traits traits;
  private final Schemas schemas;
  private final SortedMap<Integer, ObjectNode> responses = new TreeMap<>();

  /** Creates an empty set of responses; {@code own} are the traits of the operation. */
  Responses(List<JsonNode> own, Traits traits, Schemas schemas) {
    this.own = own;
    this.traits = traits;
    this.schemas = schemas;
  }

  void addSuccesses(JsonNode answers) {
    for (Map.Entry<String, JsonNode> answer : answers.properties()) {
      JsonNode written = answer.getValue();
      ObjectNode response = response(written);
      if (written.has("schema")) {
        response.remove("schema");
        response.set("content", schemas.json(written.get("schema")));
      }
      responses.put(Integer.valueOf(answer.getKey()), response);
    }
  }

  /** Adds the errors of the operation and of its traits. */
  void addErrors(JsonNode errors) {
    SortedMap<Integer, Set<JsonNode>> byStatus = new TreeMap<>();
    collect(errors, byStatus);
    own.forEach(trait -> collect(trait.path("errors"), byStatus));
    byStatus.forEach((status, messages) -> responses.put(status, error(status, messages)));
  }

  JsonNode toJson() {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    responses.forEach((status, response) -> all.set(String.valueOf(status), response));
    return all;
  }

  private static void collect(JsonNode errors, SortedMap<Integer, Set<JsonNode>> byStatus) {
    for (Map.Entry<String, JsonNode> error : errors.properties()) {
      Set<JsonNode> messages =
          byStatus.computeIfAbsent(Integer.valueOf(error.getKey()), s -> new LinkedHashSet<>());
      if (error.getValue().isArray()) {
        error.getValue().forEach(messages::add);
      } else {
        messages.add(error.getValue());
      }
    }
  }

  private ObjectNode error(int status, Set<JsonNode> messages) {
    JsonNode common = traits.status(status);
    ObjectNode response = response(common);
    response.remove("schema");
    ObjectNode content = schemas.json(TextNode.valueOf(schema(common, messages)));
    ObjectNode examples = ((ObjectNode) content.get("application/json")).putObject("examples");
    for (JsonNode written : messages) {
      String message = written.isTextual() ? written.asText() : written.get("message").asText();
      // Distinguishes the example from others of the same status.
      String name = written.at("/details/0/field").asText(message);
      examples
          .putObject(name)
          .putObject("value")
          .putObject("error")
          .put("code", ErrorCode.ofStatus(status).name())
          .put("message", message)
          .set("details", written.get("details"));
    }
    response.set("content", content);
    return response;
  }

  /** Returns the schema that a message names, else that of the status. */
  private static String schema(JsonNode common, Set<JsonNode> messages) {
    return Stream.concat(messages.stream(), Stream.of(common))
        .map(written -> written.path("schema").asText())
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("Error");
  }

  private ObjectNode response(JsonNode written) {
    ObjectNode response = written.deepCopy();
    ObjectNode headers = response.putObject("headers");
    own.forEach(trait -> addHeaders(trait, headers));
    addHeaders(written, headers);
    return response;
  }

  private static void addHeaders(JsonNode from, ObjectNode headers) {
    from.path("headers")
        .forEach(
            name ->
                headers
                    .putObject(name.textValue())
                    .put("$ref", "#/components/headers/" + name.textValue()));
  }
}
