package dev.vidwiz.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.NeedsPrograms;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The program under a path, behind the proxies of the guide. */
class ProxyGuideTest {

  private static final String PERSON =
      "{\"email\": \"ann@example.com\", \"password\": \"correct horse\", \"name\": \"Ann\"}";

  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  @NeedsPrograms({GuideProxy.NGINX_PROGRAM, GuideProxy.CADDY_PROGRAM})
  void api_docs_and_web_app_work_under_a_path(GuideProxy.Kind kind) throws Exception {
    Path app = Files.createDirectory(folder.resolve("dist"));
    Files.writeString(app.resolve("index.html"), "<!doctype html>");
    Files.writeString(app.resolve("app.js"), "run()");
    try (Server server = Server.start(folder, Map.of("FRONTEND_DIST", app.toString()));
        GuideProxy proxy = GuideProxy.start(kind, folder, server.port())) {
      HttpResponse<String> bare = send(request(proxy, "/vidwiz"));
      assertThat(bare.statusCode()).isBetween(301, 308);
      assertThat(bare.headers().firstValue("Location").orElseThrow()).endsWith("/vidwiz/");
      assertThat(text(proxy, "/vidwiz/")).isEqualTo("<!doctype html>");
      assertThat(text(proxy, "/vidwiz/settings/profile")).isEqualTo("<!doctype html>");
      assertThat(text(proxy, "/vidwiz/app.js")).isEqualTo("run()");
      assertThat(text(proxy, "/vidwiz/docs")).contains("<base href=\"docs/\">");
      assertThat(text(proxy, "/vidwiz/docs/docs.js")).contains("../openapi.json");
      assertThat(text(proxy, "/vidwiz/openapi.json")).contains("\"openapi\"");

      post(proxy, "/vidwiz/v2/auth/register", PERSON, "");
      String token = post(proxy, "/vidwiz/v2/auth/login", PERSON, "").body().split("\"")[3];
      String video = "/vidwiz/v2/videos/dQw4w9WgXcQ";
      assertThat(post(proxy, video + "/notes", "{\"timestamp\": \"0:42\"}", token).statusCode())
          .isEqualTo(201);
      assertThat(firstEvent(proxy, video + "/stream", token)).contains("snapshot");
    }
  }

  /** The stream goes on after it, so that a proxy that buffers would never send it. */
  private String firstEvent(GuideProxy proxy, String path, String token) throws Exception {
    HttpResponse<InputStream> stream =
        client.send(
            request(proxy, path).header("Authorization", "Bearer " + token).build(),
            BodyHandlers.ofInputStream());
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), UTF_8))) {
      String line = lines.readLine();
      while (!line.startsWith("data:")) {
        line = lines.readLine();
      }
      return line;
    }
  }

  private HttpResponse<String> post(GuideProxy proxy, String path, String body, String token)
      throws IOException, InterruptedException {
    return send(
        request(proxy, path)
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(body)));
  }

  private String text(GuideProxy proxy, String path) throws IOException, InterruptedException {
    HttpResponse<String> response = send(request(proxy, path));
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return response.body();
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(GuideProxy proxy, String path) {
    return HttpRequest.newBuilder(URI.create(proxy.address() + path));
  }
}
