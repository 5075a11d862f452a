package dev.vidwiz.http.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidwiz.http.error.ApiException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;

/**
 * Swagger UI from its WebJar, on a page without external resources and inline scripts. All URLs are
 * relative, so that it works behind a proxy under any path.
 */
final class DocsPage {

  private static final String PROPERTIES = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
  private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/";

  /** The files that the page needs; no others are served. */
  private static final Map<String, String> TYPES =
      Map.of(
          "swagger-ui.css", "text/css; charset=utf-8",
          "swagger-ui-bundle.js", "text/javascript; charset=utf-8",
          "favicon-32x32.png", "image/png");

  /** The style sheet of Swagger UI contains its icons as data URLs. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

  /** GET /docs. */
  void show(Context ctx) throws IOException {
    try (InputStream template = Resource.open("docs.html")) {
      String page =
          new String(template.readAllBytes(), UTF_8)
              .replace("{base}", ctx.path().endsWith("/") ? "./" : "docs/")
              .replace("{version}", version());
      ctx.header("Content-Security-Policy", POLICY)
          .header("Cache-Control", "no-cache")
          .contentType("text/html; charset=utf-8")
          .result(page);
    }
  }

  /** GET /docs/docs.js. */
  void showScript(Context ctx) throws IOException {
    ctx.header("Cache-Control", "no-cache")
        .contentType("text/javascript; charset=utf-8")
        .result(Resource.open("docs.js"));
  }

  /** GET /docs/{version}/{file}: the content never changes. */
  void showAsset(Context ctx) throws IOException {
    String file = ctx.pathParam("file");
    String type = TYPES.get(file);
    if (type == null || !ctx.pathParam("version").equals(version())) {
      throw ApiException.notFound("There is nothing at this address");
    }
    ctx.header("Cache-Control", "public, max-age=31536000, immutable")
        .contentType(type)
        .result(Resource.open(WEBJAR + version() + "/" + file));
  }

  private static String version() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Resource.open(PROPERTIES)) {
      properties.load(in);
    }
    return properties.getProperty("version", "");
  }
}
