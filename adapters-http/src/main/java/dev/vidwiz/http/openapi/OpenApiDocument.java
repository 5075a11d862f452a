package dev.vidwiz.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.security.RouteRole;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Builds the OpenAPI document from {@code api.yaml}, a file for each feature, and the common parts
 * of operations in {@code traits.yaml}.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.0">OpenAPI 3.1.0</a>
 */
final class OpenApiDocument {

  /** In the order of the document. */
  private static final List<String> FEATURES =
      List.of(
          "auth",
          "users",
          "videos",
          "notes",
          "conversations",
          "workers",
          "jobs",
          "operations",
          "legacy");

  private final Map<String, Set<RouteRole>> roles;
  private final ObjectNode document = Resource.yaml("api");
  private final Traits traits = new Traits(Resource.yaml("traits"));
  private final Schemas schemas = new Schemas((ObjectNode) document.at("/components/schemas"));

  private OpenApiDocument(Map<String, Set<RouteRole>> roles) {
    this.roles = roles;
  }

  /**
   * Builds the document; {@code roles} maps routes such as {@code GET /v2/videos} to their roles.
   */
  static ObjectNode of(Map<String, Set<RouteRole>> roles) {
    return new OpenApiDocument(roles).build();
  }

  private ObjectNode build() {
    List<ObjectNode> features = FEATURES.stream().map(Resource::yaml).toList();
    features.forEach(feature -> schemas.addAll(feature.get("schemas")));
    for (ObjectNode feature : features) {
      document.withArray("/tags").add(feature.get("tag"));
      for (Map.Entry<String, JsonNode> path : feature.get("paths").properties()) {
        addPath(path.getKey(), path.getValue(), feature.at("/tag/name").textValue());
      }
    }
    return document;
  }

  private void addPath(String path, JsonNode methods, String tag) {
    ObjectNode operations = ((ObjectNode) document.get("paths")).putObject(path);
    for (Map.Entry<String, JsonNode> method : methods.properties()) {
      String route = method.getKey().toUpperCase(Locale.ROOT) + " " + path;
      Operation operation = new Operation(path, method.getValue(), schemas);
      operations.set(
          method.getKey(), operation.complete(tag, traits, roles.getOrDefault(route, Set.of())));
    }
  }
}
