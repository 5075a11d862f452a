package dev.vidwiz.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The named schemas. Without {@code required}, all properties of an object are required. */
final class Schemas {

  private final ObjectNode named;

  /** Adds to the given schemas. */
  Schemas(ObjectNode named) {
    this.named = named;
    requireAll(named);
  }

  void addAll(JsonNode more) {
    requireAll(more);
    named.setAll((ObjectNode) more);
  }

  /** Returns the content of a message; {@code schema} is a name or an inline schema. */
  ObjectNode json(JsonNode schema) {
    JsonNode resolved = schema.isTextual() ? reference(schema.textValue()) : schema;
    ObjectNode media = JsonNodeFactory.instance.objectNode();
    media.set("schema", resolved);
    JsonNode example = example(resolved);
    if (example != null) {
      media.set("example", example);
    }
    return JsonNodeFactory.instance.objectNode().set("application/json", media);
  }

  private @Nullable JsonNode example(JsonNode schema) {
    if (schema.has("items")) {
      JsonNode item = example(schema.get("items"));
      return item == null ? null : JsonNodeFactory.instance.arrayNode().add(item);
    }
    String name = schema.path("$ref").asText().replaceFirst(".*/", "");
    return named.path(name).path("examples").get(0);
  }

  private static ObjectNode reference(String name) {
    return JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/" + name);
  }

  private static void requireAll(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && object.get("properties") instanceof ObjectNode properties
        && !object.has("required")) {
      ArrayNode required = object.putArray("required");
      properties.fieldNames().forEachRemaining(required::add);
    }
    schema.forEach(Schemas::requireAll);
  }
}
