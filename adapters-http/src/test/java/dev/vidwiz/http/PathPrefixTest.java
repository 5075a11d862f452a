package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.fetch.Assignment;
import dev.vidwiz.application.worker.TaskReport;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.http.jetty.ServerSettings;
import dev.vidwiz.http.web.WebAppSettings;
import dev.vidwiz.http.worker.RemoteTasks;
import dev.vidwiz.http.worker.RemoteVideos;
import dev.vidwiz.http.worker.UploadResult;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server whose clients know it under a path, which the proxy before it removes. */
class PathPrefixTest {

  private static final String INDEX = "<script src=\"/vidwiz/assets/app.js\"></script>";
  private static final Pattern BASE = Pattern.compile("<base href=\"([^\"]+)\">");
  private static final Pattern LINK =
      Pattern.compile("<(?:link|script)[^>]* (?:href|src)=\"([^\"]+)\"");
  private static final Pattern DOCUMENT = Pattern.compile("new URL\\(\"([^\"]+)\"");

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static TestServer server;
  private static PrefixProxy proxy;

  @BeforeAll
  static void start(@TempDir Path app) throws Exception {
    Files.createDirectory(app.resolve("assets"));
    Files.writeString(app.resolve("index.html"), INDEX);
    Files.writeString(app.resolve("assets/app.js"), "run()");
    HttpSettings usual =
        TestServer.settings(TestServer.keys(TestServer.SECRET_KEY, TestServer.ADMIN_TOKEN));
    server =
        TestServer.start(
            new HttpSettings(
                new ServerSettings(
                    "127.0.0.1",
                    0,
                    Set.of(),
                    InetAddress::isLoopbackAddress,
                    usual.server().receiving(),
                    new WebAppSettings(app, WebAppSettings.STRICT_POLICY)),
                usual.keys(),
                usual.limits(),
                usual.zone(),
                true));
    proxy = PrefixProxy.start(server.port());
  }

  @AfterAll
  static void stop() {
    proxy.close();
    server.close();
    CLIENT.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/docs", "/docs/"})
  void the_page_that_shows_the_api_finds_its_parts(String path) throws Exception {
    URI address = at(path);
    String page = body(address);
    URI base = address.resolve(first(BASE, page));
    List<URI> parts =
        LINK.matcher(page).results().map(link -> base.resolve(link.group(1))).toList();
    assertThat(parts).hasSize(4).allMatch(part -> part.getPath().startsWith("/vidwiz/docs/"));
    for (URI part : parts) {
      assertThat(body(part)).isNotEmpty();
    }
    URI document = base.resolve(first(DOCUMENT, body(base.resolve("docs.js"))));
    assertThat(document).isEqualTo(at("/openapi.json"));
    assertThat(Answer.parse(body(document)).has("openapi")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/index.html", "/settings/profile", "/assets"})
  void the_web_app_gets_its_paths(String path) throws Exception {
    assertThat(body(at(path))).isEqualTo(INDEX);
  }

  @Test
  void the_web_app_gets_its_files() throws Exception {
    assertThat(body(at("/assets/app.js"))).isEqualTo("run()");
  }

  @Test
  void the_api_answers_and_streams() throws Exception {
    String token = server.logIn("ann");
    HttpResponse<String> note =
        send(
            request("/v2/videos/" + TestServer.VIDEO + "/notes", token)
                .POST(BodyPublishers.ofString("{\"timestamp\": \"0:42\"}")));
    assertThat(note.statusCode()).isEqualTo(201);

    HttpResponse<InputStream> stream =
        CLIENT.send(
            request("/v2/videos/" + TestServer.VIDEO + "/stream", token).build(),
            BodyHandlers.ofInputStream());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isNotNull();
    }
  }

  @Test
  void workers_and_commands_reach_the_server() throws Exception {
    VideoId video = new VideoId("prefixed001");
    try (RemoteVideos videos = new RemoteVideos(proxy.address(), TestServer.ADMIN_TOKEN)) {
      assertThat(videos.storeMetadata(video, new JsonText("{\"title\": \"Far away\"}")))
          .isEqualTo(new UploadResult.Stored());
    }
    server.callAs(
        server.logIn("bob"), "POST", "/v2/videos/prefixed001/notes", "{\"timestamp\": \"0:01\"}");
    try (RemoteTasks tasks = new RemoteTasks(proxy.address(), TestServer.ADMIN_TOKEN)) {
      Assignment task = tasks.take(TaskType.TRANSCRIPT, Duration.ofSeconds(1)).orElseThrow();
      tasks.report(
          new TaskReport(
              task.taskId(),
              task.videoId(),
              null,
              task.attempt(),
              task.claimId(),
              new TaskReport.Result.Failure("gone", "It is gone.", true, null, false)));
    }
  }

  /** A header with a path of the server itself would lead out of the prefix. */
  @Test
  void no_header_names_a_path_without_the_prefix() throws Exception {
    String token = server.logIn("eve");
    for (String path :
        List.of(
            "/docs", "/docs/", "/v2", "/v2/", "/assets", "/assets/", "//docs", "/v2/users/me/")) {
      assertWithin(path, send(request(path, token).GET()));
    }
    for (String path : List.of("/v2/videos/prefixed002/notes", "/v2/conversations")) {
      assertWithin(
          path,
          send(
              request(path, token)
                  .POST(
                      BodyPublishers.ofString(
                          "{\"timestamp\": \"0:42\", \"video_id\": \"prefixed002\"}"))));
    }
  }

  private static void assertWithin(String path, HttpResponse<String> response) {
    assertThat(response.headers().firstValue("Set-Cookie")).as(path).isEmpty();
    assertThat(response.headers().allValues("Location"))
        .as(path)
        .allMatch(to -> response.uri().resolve(to).getPath().startsWith("/vidwiz/"));
  }

  private static URI at(String path) {
    return URI.create(proxy.address() + path);
  }

  private static HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + token);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static String body(URI address) throws Exception {
    HttpResponse<String> response = send(HttpRequest.newBuilder(address));
    assertThat(response.statusCode()).as(address.toString()).isEqualTo(200);
    return response.body();
  }

  private static String first(Pattern pattern, String text) {
    return pattern.matcher(text).results().findFirst().orElseThrow().group(1);
  }
}
