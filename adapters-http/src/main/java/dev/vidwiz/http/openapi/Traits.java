package dev.vidwiz.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vidwiz.http.request.BodyLimit;
import io.javalin.security.RouteRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What operations have in common, from {@code traits.yaml}. */
final class Traits {

  private final JsonNode traits;
  private final JsonNode statuses;

  Traits(JsonNode file) {
    this.traits = file.get("traits");
    this.statuses = file.get("statuses");
  }

  /** Returns the traits of an operation; names that the file does not know have none. */
  List<JsonNode> of(List<String> pathParameters, boolean hasBody, Set<RouteRole> roles) {
    List<String> names = new ArrayList<>();
    names.add("always");
    if (hasBody && !roles.contains(BodyLimit.TRANSCRIPT)) {
      names.add(BodyLimit.USUAL.name());
    }
    roles.forEach(role -> names.add(role.toString()));
    names.addAll(pathParameters);
    return names.stream().filter(traits::has).map(traits::get).toList();
  }

  /** Returns what all errors of a status have in common. */
  JsonNode status(int code) {
    return statuses.get(String.valueOf(code));
  }
}
