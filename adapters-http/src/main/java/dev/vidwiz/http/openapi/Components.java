package dev.vidwiz.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/** Removes the components that nothing in a document refers to, because linters object to them. */
final class Components {

  private final ObjectNode document;
  private final Set<String> used = new HashSet<>();

  private Components(ObjectNode document) {
    this.document = document;
  }

  static void removeUnused(ObjectNode document) {
    Components components = new Components(document);
    components.use(document.get("paths"));
    document
        .get("paths")
        .findValues("security")
        .forEach(required -> required.forEach(components::useSchemes));
    document.get("components").properties().stream()
        .forEach(
            kind ->
                ((ObjectNode) kind.getValue())
                    .properties()
                    .removeIf(
                        component ->
                            !components.used.contains(
                                "#/components/" + kind.getKey() + "/" + component.getKey())));
  }

  private void use(JsonNode part) {
    for (String reference : part.findValuesAsText("$ref")) {
      if (used.add(reference)) {
        use(document.at(reference.substring(1)));
      }
    }
  }

  private void useSchemes(JsonNode required) {
    required
        .fieldNames()
        .forEachRemaining(name -> used.add("#/components/securitySchemes/" + name));
  }
}
