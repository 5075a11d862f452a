package dev.vidwiz.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vidwiz.http.Answer;
import dev.vidwiz.http.TestServer;
import dev.vidwiz.http.openapi.ApiDescription.Operation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the document demands of the fields of a body is what the server holds. */
class DocumentedFieldsTest {

  private static final TestServer SERVER = TestServer.start();
  private static final String USER = SERVER.logIn("ann");
  private static final ApiDescription API = ApiDescription.get();
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  static List<String> operationsWithBody() {
    return API.operations().stream().filter(Operation::takesBody).map(Operation::id).toList();
  }

  @ParameterizedTest
  @MethodSource("operationsWithBody")
  void fields_are_held_to_their_description(String id) {
    Operation operation = API.operation(id);
    JsonNode schema =
        API.resolve(operation.json().at("/requestBody/content/application~1json/schema"));
    for (JsonNode name : schema.get("required")) {
      assertThat(errors(operation, name.textValue(), null)).contains("missing");
    }
    for (Map.Entry<String, JsonNode> field : schema.get("properties").properties()) {
      check(operation, field.getKey(), field.getValue());
    }
    assertThat(errors(operation, "colour", JSON.numberNode(1)).contains("extra_forbidden"))
        .as("%s refuses other keys", id)
        .isEqualTo(!schema.path("additionalProperties").asBoolean(true));
  }

  private static void check(Operation operation, String name, JsonNode field) {
    JsonNode schema = API.resolve(field);
    String type =
        schema.at("/type").isArray() ? schema.at("/type/0").asText() : schema.at("/type").asText();
    boolean nullable = field.toString().contains("\"null\"");
    String typeError = typeError(type);
    JsonNode wrong = type.equals("object") ? JSON.arrayNode() : JSON.objectNode();
    assertThat(errors(operation, name, wrong)).as(name).contains(typeError);
    assertThat(errors(operation, name, JSON.nullNode()).isEmpty()).as(name).isEqualTo(nullable);
    if (schema.has("maxLength")) {
      int max = schema.get("maxLength").intValue();
      assertThat(errors(operation, name, text(max + 1)))
          .containsAnyOf("string_too_long", "value_error");
      assertThat(errors(operation, name, text(max))).isEmpty();
    }
    if (schema.has("minLength")) {
      int min = schema.get("minLength").intValue();
      assertThat(errors(operation, name, text(min - 1))).contains("string_too_short");
      assertThat(errors(operation, name, text(min))).isEmpty();
    }
    if (schema.has("minimum")) {
      long min = schema.get("minimum").longValue();
      assertThat(errors(operation, name, JSON.numberNode(min - 1))).contains("greater_than_equal");
      assertThat(errors(operation, name, JSON.numberNode(min))).isEmpty();
    }
    if (schema.has("maximum")) {
      long max = schema.get("maximum").longValue();
      assertThat(errors(operation, name, JSON.numberNode(max + 1))).contains("less_than_equal");
      assertThat(errors(operation, name, JSON.numberNode(max))).isEmpty();
    }
  }

  private static String typeError(String type) {
    return switch (type) {
      case "string" -> "string_type";
      case "boolean" -> "bool_type";
      case "integer" -> "int_parsing";
      case "array" -> "list_type";
      case "object" -> "dict_type";
      default -> throw new IllegalArgumentException(type);
    };
  }

  /** Returns a text that, unless it is short, is a good timestamp and a good address too. */
  private static JsonNode text(int length) {
    String start = "1:23@x.yz";
    return JSON.textNode(
        length < start.length()
            ? start.substring(0, length)
            : start + "x".repeat(length - start.length()));
  }

  /** Returns the types of the errors that a value of a field meets; null leaves the field out. */
  private static List<String> errors(Operation operation, String field, JsonNode value) {
    ObjectNode body = (ObjectNode) Answer.parse(operation.example());
    body.remove(field);
    if (value != null) {
      body.set(field, value);
    }
    String path =
        operation.path().replace("{video_id}", TestServer.VIDEO).replaceAll("\\{\\w+}", "99");
    String token = operation.isGuardedBy("admin") ? TestServer.ADMIN_TOKEN : USER;
    Answer answer = SERVER.callAs(token, operation.method(), path, body.toString());
    return answer.json().at("/error/details").findParents("field").stream()
        .filter(error -> error.get("field").textValue().equals("body." + field))
        .map(error -> error.get("type").textValue())
        .toList();
  }
}
