package dev.vidwiz.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.security.RouteRole;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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
          "payments",
          "videos",
          "notes",
          "conversations",
          "workers",
          "jobs",
          "operations");

  private static final List<String> LEGACY = List.of("legacy");

  /** The placeholder for the address of the server. */
  static final String SERVER = "{server}";

  private final Map<String, Set<RouteRole>> roles;
  private final ObjectNode document = Resource.yaml("api");
  private final Traits traits = new Traits(Resource.yaml("traits"));
  private final Schemas schemas = new Schemas((ObjectNode) document.at("/components/schemas"));

  private OpenApiDocument(Map<String, Set<RouteRole>> roles) {
    this.roles = roles;
  }

  /** Builds the document of the API; {@code roles} are those of each {@link #route}. */
  static ObjectNode current(Map<String, Set<RouteRole>> roles) {
    return new OpenApiDocument(roles).build(FEATURES);
  }

  /** Builds the document of the legacy API; {@code roles} are those of each {@link #route}. */
  static ObjectNode legacy(Map<String, Set<RouteRole>> roles) {
    return new OpenApiDocument(roles).build(LEGACY);
  }

  /** Returns a method with a path, whatever the names of the path's parameters. */
  static String route(String method, String path) {
    return method.toUpperCase(Locale.ROOT) + " " + path.replaceAll("\\{\\w+}", "{}");
  }

  private ObjectNode build(List<String> names) {
    Stream.concat(FEATURES.stream(), LEGACY.stream())
        .map(Resource::yaml)
        .forEach(feature -> schemas.addAll(feature.get("schemas")));
    for (ObjectNode feature : names.stream().map(Resource::yaml).toList()) {
      if (feature.get("info") instanceof ObjectNode info) {
        document.withObject("/info").setAll(info);
      }
      document.withArray("/tags").add(feature.get("tag"));
      for (Map.Entry<String, JsonNode> path : feature.get("paths").properties()) {
        addPath(path.getKey(), path.getValue(), feature.at("/tag/name").textValue());
      }
    }
    Components.removeUnused(document);
    return document;
  }

  private void addPath(String path, JsonNode methods, String tag) {
    ObjectNode operations = ((ObjectNode) document.get("paths")).putObject(path);
    for (Map.Entry<String, JsonNode> method : methods.properties()) {
      Operation operation = new Operation(path, method.getValue(), schemas);
      Set<RouteRole> own = roles.getOrDefault(route(method.getKey(), path), Set.of());
      operations.set(method.getKey(), operation.complete(tag, traits, own));
    }
  }
}
