package dev.vidwiz.http.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vidwiz.http.request.PublicAddress;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.security.RouteRole;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Serves the OpenAPI documents at {@code /openapi.json} and {@code /openapi-legacy.json}, and a
 * page that shows the first at {@code /docs}. A document is built at its first request. Thread-safe
 * once the server runs.
 */
public final class ApiDocs {

  private final Map<String, Set<RouteRole>> roles = new HashMap<>();

  /** Adds the routes. Call this before the documented routes are added. */
  public void addTo(JavalinConfig config) {
    config.events.handlerAdded(
        route ->
            roles.put(
                OpenApiDocument.route(route.getHttpMethod().toString(), route.getPath()),
                route.getRoles()));
    Served current = new Served(() -> OpenApiDocument.current(roles));
    Served legacy = new Served(() -> OpenApiDocument.legacy(roles));
    config.routes.get("/openapi.json", current::show);
    config.routes.get("/openapi-legacy.json", legacy::show);
    DocsPage page = new DocsPage();
    config.routes.get("/docs", page::show);
    config.routes.get("/docs/docs.js", page::showScript);
    config.routes.get("/docs/{version}/{file}", page::showAsset);
  }

  /** A document, in which only the address of the server depends on the request. */
  private static final class Served {

    private final Supplier<JsonNode> source;
    private @Nullable String document;

    Served(Supplier<JsonNode> source) {
      this.source = source;
    }

    void show(Context ctx) throws JsonProcessingException {
      String server = PublicAddress.of(ctx).url();
      ctx.header("Cache-Control", "no-cache")
          .contentType("application/json")
          .result(document().replace(OpenApiDocument.SERVER, server).getBytes(UTF_8));
    }

    private synchronized String document() throws JsonProcessingException {
      if (document == null) {
        document = new ObjectMapper().writeValueAsString(source.get());
      }
      return document;
    }
  }
}
