package dev.vidwiz.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.vidwiz.http.Answer;
import dev.vidwiz.http.TestServer;
import dev.vidwiz.http.openapi.ApiDescription.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenApiDocumentTest {

  private static final TestServer SERVER = TestServer.start();
  private static final ApiDescription API = ApiDescription.get();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void is_json_that_is_revalidated() {
    Answer answer = SERVER.call("GET", "/openapi.json", null);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(answer.json().get("openapi").textValue()).isEqualTo("3.1.0");
  }

  @Test
  void describes_exactly_the_routes() {
    Set<String> described =
        API.operations().stream()
            .map(operation -> OpenApiDocument.route(operation.method(), operation.path()))
            .collect(Collectors.toSet());

    assertThat(described)
        .as("what the YAML files of this package describe, and the routes")
        .containsExactlyInAnyOrderElementsOf(
            SERVER.routes().stream()
                .filter(OpenApiDocumentTest::isToBeDescribed)
                .map(route -> route.replaceAll("\\{\\w+}", "{}"))
                .toList());
  }

  @Test
  void each_generation_has_its_own_document() {
    assertThat(document("/openapi.json").get("paths").fieldNames())
        .toIterable()
        .contains("/v2/videos")
        .noneMatch(path -> path.startsWith("/api/"));
    assertThat(document("/openapi-legacy.json").get("paths").fieldNames())
        .toIterable()
        .contains("/api/notes/{id}")
        .allMatch(path -> path.startsWith("/api/"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/openapi.json", "/openapi-legacy.json"})
  void no_path_is_there_twice(String document) {
    List<String> paths = new ArrayList<>();
    document(document)
        .get("paths")
        .fieldNames()
        .forEachRemaining(path -> paths.add(path.replaceAll("\\{\\w+}", "{}")));

    assertThat(paths).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/openapi.json", "/openapi-legacy.json"})
  void has_no_unused_components(String name) {
    JsonNode document = document(name);
    List<String> references = document.findValuesAsText("$ref");
    for (String kind : List.of("schemas", "parameters", "headers")) {
      document
          .at("/components/" + kind)
          .fieldNames()
          .forEachRemaining(
              component ->
                  assertThat(references).contains("#/components/" + kind + "/" + component));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/openapi.json", "/openapi-legacy.json"})
  void is_valid_openapi(String document) {
    assertThat(new OpenAPIV3Parser().readContents(document(document).toString()).getMessages())
        .isEmpty();
  }

  @Test
  void has_schemas_that_are_valid_json_schema() {
    var metaSchema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));

    API.document()
        .findValues("schema")
        .forEach(schema -> assertThat(metaSchema.validate(schema)).as("%s", schema).isEmpty());
    API.document()
        .at("/components/schemas")
        .forEach(schema -> assertThat(metaSchema.validate(schema)).as("%s", schema).isEmpty());
  }

  @Test
  void has_only_resolvable_references() {
    List<String> references = API.document().findValuesAsText("$ref");

    assertThat(references).isNotEmpty();
    assertThat(references)
        .filteredOn(reference -> API.document().at(reference.substring(1)).isMissingNode())
        .isEmpty();
  }

  @Test
  void has_examples_that_fit_their_schemas() {
    for (Map.Entry<String, JsonNode> schema :
        API.document().at("/components/schemas").properties()) {
      for (JsonNode example : schema.getValue().path("examples")) {
        API.check("/components/schemas/" + schema.getKey(), example.toString());
      }
    }
    API.document()
        .at("/paths")
        .findParents("examples")
        .forEach(
            media ->
                media
                    .get("examples")
                    .forEach(
                        example -> {
                          if (example.get("value").isObject()) {
                            API.check(
                                media.at("/schema/$ref").textValue().substring(1),
                                example.get("value").toString());
                          }
                        }));
  }

  @Test
  void has_examples_of_events_that_fit_their_descriptions() {
    List<JsonNode> streams = API.document().get("paths").findParents("x-events");

    assertThat(streams).hasSize(3);
    for (Operation operation : API.operations()) {
      JsonNode media = operation.response(200).at("/content/text~1event-stream");
      String pointer =
          "/paths/%s/%s/responses/200/content/text~1event-stream/x-events/"
              .formatted(
                  operation.path().replace("/", "~1").replace("{", "%7B").replace("}", "%7D"),
                  operation.method().toLowerCase(Locale.ROOT));
      for (JsonNode kind : media.path("x-events")) {
        assertThat(kind.get("description").textValue()).isNotBlank();
        API.checkEvent(pointer, media.get("x-events"), kind.get("example").textValue());
      }
    }
  }

  @Test
  void gives_every_operation_a_name_and_every_body_an_example() {
    assertThat(API.operations()).extracting(Operation::id).doesNotHaveDuplicates();
    for (Operation operation : API.operations()) {
      assertThat(operation.json().get("summary").textValue()).isNotBlank();
      assertThat(operation.json().path("description").asText()).as(operation.id()).isNotBlank();
      assertThat(operation.json().get("responses").fieldNames())
          .toIterable()
          .as(operation.id())
          .anyMatch(status -> status.startsWith("4"));
      assertThat(operation.json().get("tags")).hasSize(1);
      for (JsonNode media : operation.json().findParents("schema")) {
        if (!media.has("in")) {
          assertThat(media.has("example") || media.has("examples"))
              .as("%s: %s", operation.route(), media)
              .isTrue();
        }
      }
    }
  }

  private static JsonNode document(String path) {
    return SERVER.call("GET", path, null).json();
  }

  private static boolean isToBeDescribed(String route) {
    String path = route.substring(route.indexOf(' ') + 1);
    return !route.startsWith("HEAD ") && !path.startsWith("/docs") && !path.startsWith("/openapi");
  }
}
