package dev.vidwiz.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.vidwiz.http.Answer;
import dev.vidwiz.http.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The OpenAPI document of the test servers, read as a contract: what it does not name is wrong. */
public final class ApiDescription {

  /** One operation. */
  record Operation(String method, String path, JsonNode json) {

    String id() {
      return json.get("operationId").textValue();
    }

    /** Returns {@code GET /v2/videos} and the like. */
    String route() {
      return method + " " + path;
    }

    boolean isOpen() {
      return json.get("security").isEmpty();
    }

    boolean isGuardedBy(String credentials) {
      return json.get("security").findValue(credentials) != null;
    }

    boolean takesBody() {
      return json.has("requestBody");
    }

    /** Returns the example of a request's body. */
    String example() {
      return json.at("/requestBody/content/application~1json/example").toString();
    }

    JsonNode response(int status) {
      return json.get("responses").path(String.valueOf(status));
    }

    private boolean isAt(String actualMethod, String actualPath) {
      String template = path.replaceAll("\\{\\w+}", "[^/]+");
      return method.equals(actualMethod)
          && Pattern.matches(template, actualPath.replaceFirst("\\?.*", ""));
    }
  }

  private static final String ADDRESS = "https://example.com/openapi.json";

  /** Malformed requests and bodies that are too large. */
  private static final Set<Integer> ANYWHERE = Set.of(400, 413);

  private final JsonNode document;
  private final List<Operation> operations = new ArrayList<>();
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  /** The library would read the whole document again for each schema. */
  private final Schema whole;

  private ApiDescription(JsonNode document) {
    this.document = document;
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        operations.add(
            new Operation(
                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()));
      }
    }
    JsonNode strict = document.deepCopy();
    forbidOtherProperties(strict);
    this.whole =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(ADDRESS, strict.toString())))
            .getSchema(SchemaLocation.of(ADDRESS));
  }

  private static final class Shared {

    private static final ApiDescription IT = read();

    private static ApiDescription read() {
      try (TestServer server = TestServer.start()) {
        JsonNode both = server.call("GET", "/openapi.json", null).json();
        return new ApiDescription(
            merge(both, server.call("GET", "/openapi-legacy.json", null).json()));
      }
    }
  }

  /** Adds what only the other document has. */
  private static JsonNode merge(JsonNode document, JsonNode other) {
    for (Map.Entry<String, JsonNode> field : other.properties()) {
      JsonNode own = document.get(field.getKey());
      if (own == null) {
        ((ObjectNode) document).set(field.getKey(), field.getValue());
      } else if (own.isObject()) {
        merge(own, field.getValue());
      }
    }
    return document;
  }

  /** Returns both documents, which all test servers have in common, as one. */
  static ApiDescription get() {
    return Shared.IT;
  }

  /**
   * Expects of an answer that the document tells of it. Passed over are calls that it does not
   * know, and refusals that any call can meet.
   */
  public static void checkAnswer(String method, String path, Answer answer) {
    if (path.startsWith("/openapi")) {
      return;
    }
    get()
        .find(method, path)
        .filter(
            operation ->
                !operation.response(answer.status()).isMissingNode()
                    || !ANYWHERE.contains(answer.status()))
        .ifPresent(operation -> get().check(operation, answer));
  }

  JsonNode document() {
    return document;
  }

  List<Operation> operations() {
    return operations;
  }

  /** Returns a schema itself instead of a reference to it, and what a value may be besides null. */
  JsonNode resolve(JsonNode schema) {
    if (schema.has("$ref")) {
      return resolve(document.at(schema.get("$ref").textValue().substring(1)));
    }
    return schema.has("anyOf") ? resolve(schema.at("/anyOf/0")) : schema;
  }

  /** Returns the operations that the document says can answer so. */
  List<Operation> answering(int status) {
    return operations.stream()
        .filter(operation -> !operation.response(status).isMissingNode())
        .toList();
  }

  Operation operation(String id) {
    return operations.stream()
        .filter(operation -> operation.id().equals(id))
        .findAny()
        .orElseThrow();
  }

  /** Returns the operation that a call is for; literal paths win over those with parameters. */
  Optional<Operation> find(String method, String path) {
    List<Operation> found =
        operations.stream().filter(operation -> operation.isAt(method, path)).toList();
    return found.stream()
        .filter(operation -> found.size() == 1 || !operation.path().endsWith("}"))
        .findAny();
  }

  /** Expects that an answer is one that the document tells of. */
  void check(Operation operation, Answer answer) {
    JsonNode response = operation.response(answer.status());
    assertThat(response.isMissingNode())
        .as("%s answers %d: %s", operation.route(), answer.status(), answer.body())
        .isFalse();
    checkHeaders(response.get("headers"), answer);
    if (!response.has("content")) {
      assertThat(answer.body()).isEmpty();
      return;
    }
    String type = answer.header("Content-Type");
    JsonNode media = response.get("content").path(type);
    assertThat(media.isMissingNode()).as("%s answers %s", operation.route(), type).isFalse();
    String pointer =
        "/paths/%s/%s/responses/%d/content/%s"
            .formatted(
                escaped(operation.path()),
                operation.method().toLowerCase(Locale.ROOT),
                answer.status(),
                escaped(type));
    if (media.has("x-events")) {
      Stream.of(answer.body().split("(?<=\n)\n"))
          .filter(event -> event.contains("data: "))
          .forEach(event -> checkEvent(pointer + "/x-events/", media.get("x-events"), event));
    } else if (type.equals("application/json")) {
      check(pointer + "/schema", answer.body());
    }
  }

  /** Expects that an event is one of a kind that the document tells of. */
  void checkEvent(String pointer, JsonNode kinds, String event) {
    Map<String, String> fields =
        event
            .lines()
            .filter(line -> !line.isEmpty() && !line.startsWith(":"))
            .map(line -> line.split(": ", 2))
            .collect(Collectors.toMap(field -> field[0], field -> field[1]));
    String data = fields.get("data");
    List<Integer> possible =
        IntStream.range(0, kinds.size())
            .filter(
                i -> {
                  JsonNode kind = kinds.get(i);
                  return Objects.equals(kind.get("event").textValue(), fields.get("event"))
                      && (kind.has("data")
                          ? data.startsWith("{") && fits(pointer + i + "/data", data)
                          : data.equals(kind.get("text").textValue()));
                })
            .boxed()
            .toList();
    assertThat(possible).as("%s in %s", event, kinds).hasSize(1);
  }

  /** Expects that JSON fits the schema at a place of the document. */
  void check(String pointer, String json) {
    assertThat(schema(pointer).validate(Answer.parse(json)))
        .as("%s is not %s", json, pointer)
        .isEmpty();
  }

  private boolean fits(String pointer, String json) {
    return schema(pointer).validate(Answer.parse(json)).isEmpty();
  }

  private Schema schema(String pointer) {
    return schemas.computeIfAbsent(
        pointer, at -> whole.getRefSchema(SchemaLocation.of(ADDRESS + "#" + at).getFragment()));
  }

  private void checkHeaders(JsonNode headers, Answer answer) {
    for (Map.Entry<String, JsonNode> header : headers.properties()) {
      String pointer = header.getValue().get("$ref").textValue().substring(1);
      String value = answer.header(header.getKey());
      if (document.at(pointer).path("required").booleanValue() || !value.isEmpty()) {
        boolean number = document.at(pointer + "/schema/type").textValue().equals("integer");
        check(pointer + "/schema", number ? value : "\"" + value.replace("\"", "\\\"") + "\"");
      }
    }
  }

  private static String escaped(String part) {
    return part.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D");
  }

  private static void forbidOtherProperties(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    schema.forEach(ApiDescription::forbidOtherProperties);
  }
}
