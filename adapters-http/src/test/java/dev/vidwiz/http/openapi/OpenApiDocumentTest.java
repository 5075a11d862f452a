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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

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
        API.operations().stream().map(Operation::route).collect(Collectors.toSet());

    assertThat(described)
        .as("what the YAML files of this package describe, and the routes")
        .containsExactlyInAnyOrderElementsOf(
            SERVER.routes().stream().filter(OpenApiDocumentTest::isToBeDescribed).toList());
  }

  @Test
  void is_valid_openapi() {
    assertThat(new OpenAPIV3Parser().readContents(API.document().toString()).getMessages())
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
                            API.check("/components/schemas/Error", example.get("value").toString());
                          }
                        }));
  }

  @Test
  void gives_every_operation_a_name_and_every_body_an_example() {
    assertThat(API.operations()).extracting(Operation::id).doesNotHaveDuplicates();
    for (Operation operation : API.operations()) {
      assertThat(operation.json().get("summary").textValue()).isNotBlank();
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

  private static boolean isToBeDescribed(String route) {
    String path = route.substring(route.indexOf(' ') + 1);
    return !route.startsWith("HEAD ") && !path.startsWith("/docs") && !path.equals("/openapi.json");
  }
}
