package dev.vidwiz.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.security.RouteRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One operation. The files use a shorter form than OpenAPI: {@code request} is a schema; {@code
 * responses} have a {@code schema} unless their {@code content} is not JSON; {@code errors} are
 * messages by status; {@code traits} are further traits. Path parameters are implied, unless {@code
 * parameters} has them.
 */
final class Operation {

  private static final Pattern PATH_PARAMETER = Pattern.compile("\\{(\\w+)}");

  private final List<String> pathParameters;
  private final JsonNode written;
  private final Schemas schemas;

  Operation(String path, JsonNode written, Schemas schemas) {
    this.pathParameters = PATH_PARAMETER.matcher(path).results().map(m -> m.group(1)).toList();
    this.written = written;
    this.schemas = schemas;
  }

  /** Returns the operation in the form of OpenAPI. */
  ObjectNode complete(String tag, Traits traits, Set<RouteRole> roles) {
    List<String> further = new ArrayList<>(pathParameters);
    written.path("traits").forEach(trait -> further.add(trait.textValue()));
    List<JsonNode> own = traits.of(further, written.has("request"), roles);
    ObjectNode operation = written.deepCopy();
    operation.remove(List.of("request", "responses", "errors", "traits"));
    operation.putArray("tags").add(tag);
    ArrayNode security = operation.putArray("security");
    own.forEach(
        trait -> trait.path("security").forEach(s -> security.addObject().putArray(s.textValue())));
    operation.set("parameters", parameters());
    if (written.has("request")) {
      operation
          .putObject("requestBody")
          .put("required", true)
          .set("content", schemas.json(written.get("request")));
    }
    Responses responses = new Responses(own, traits, schemas);
    responses.addSuccesses(written.get("responses"));
    responses.addErrors(written.path("errors"));
    operation.set("responses", responses.toJson());
    return operation;
  }

  private ArrayNode parameters() {
    ArrayNode parameters = JsonNodeFactory.instance.arrayNode();
    List<String> own = written.path("parameters").findValuesAsText("name");
    pathParameters.stream()
        .filter(name -> !own.contains(name))
        .forEach(name -> parameters.addObject().put("$ref", "#/components/parameters/" + name));
    written.path("parameters").forEach(parameters::add);
    return parameters;
  }
}
