package dev.vidwiz.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vidwiz.http.request.BodyLimit;
import io.javalin.security.RouteRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The common parts of operations, from {@code traits.yaml}. */
final class Traits {

  private final JsonNode traits;
  private final JsonNode statuses;

  Traits(JsonNode file) {
    this.traits = file.get("traits");
    this.statuses = file.get("statuses");
  }

  /** Returns the traits of an operation: the named ones, and those that follow from the rest. */
  List<JsonNode> of(List<String> named, boolean hasBody, Set<RouteRole> roles) {
    List<String> names = new ArrayList<>();
    names.add("always");
    if (hasBody && !roles.contains(BodyLimit.TRANSCRIPT)) {
      names.add(BodyLimit.STANDARD.name());
    }
    roles.forEach(role -> names.add(role.toString()));
    names.addAll(named);
    return names.stream().filter(traits::has).map(traits::get).toList();
  }

  /** Returns the common parts of all errors with a status. */
  JsonNode status(int code) {
    return statuses.get(String.valueOf(code));
  }
}
