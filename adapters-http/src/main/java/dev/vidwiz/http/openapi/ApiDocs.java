package dev.vidwiz.http.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.security.RouteRole;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Serves the OpenAPI document at {@code /openapi.json}, and a page that shows it at {@code /docs}.
 * The document is built at the first request. Thread-safe once the server runs.
 */
public final class ApiDocs {

  private final Map<String, Set<RouteRole>> roles = new HashMap<>();
  private byte @Nullable [] document;

  /** Adds the routes. Call this before the documented routes are added. */
  public void addTo(JavalinConfig config) {
    config.events.handlerAdded(
        route -> roles.put(route.getHttpMethod() + " " + route.getPath(), route.getRoles()));
    config.routes.get("/openapi.json", this::showDocument);
    DocsPage page = new DocsPage();
    config.routes.get("/docs", page::show);
    config.routes.get("/docs/docs.js", page::showScript);
    config.routes.get("/docs/{version}/{file}", page::showAsset);
  }

  private void showDocument(Context ctx) throws JsonProcessingException {
    ctx.header("Cache-Control", "no-cache").contentType("application/json").result(document());
  }

  private synchronized byte[] document() throws JsonProcessingException {
    if (document == null) {
      document = new ObjectMapper().writeValueAsBytes(OpenApiDocument.of(roles));
    }
    return document;
  }
}
