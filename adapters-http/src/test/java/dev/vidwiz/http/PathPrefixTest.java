package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.fetch.Assignment;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.http.jetty.ServerSettings;
import dev.vidwiz.http.limit.RateLimits;
import dev.vidwiz.http.web.WebAppSettings;
import dev.vidwiz.http.worker.RemoteTasks;
import dev.vidwiz.http.worker.RemoteVideos;
import dev.vidwiz.http.worker.UploadResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Behind a proxy that shows the server below a path, everything is below that path. */
class PathPrefixTest {

  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");
  private static final String NOTES = "/v2/videos/" + TestServer.VIDEO + "/notes";

  @TempDir private Path webApp;
  private final HttpClient browser = HttpClient.newHttpClient();
  private TestServer server;
  private StrippingProxy proxy;

  @BeforeEach
  void start() throws IOException {
    Files.writeString(
        webApp.resolve("index.html"),
        "<html><script src=\"/vidwiz/assets/index-DzGhtkQp.js\"></script></html>");
    Files.writeString(
        Files.createDirectory(webApp.resolve("assets")).resolve("index-DzGhtkQp.js"), "app();");
    server =
        TestServer.start(
            new HttpSettings(
                new ServerSettings(
                    "127.0.0.1",
                    0,
                    Set.of(),
                    InetAddress::isLoopbackAddress,
                    TestServer.RECEIVING,
                    new WebAppSettings(webApp, WebAppSettings.STRICT_POLICY)),
                TestServer.keys(TestServer.SECRET_KEY, TestServer.ADMIN_TOKEN),
                RateLimits.NONE,
                ZoneOffset.UTC,
                true));
    proxy = new StrippingProxy(server.port());
  }

  @AfterEach
  void stop() {
    browser.shutdownNow();
    proxy.close();
    server.close();
  }

  @Test
  void the_api_is_there() throws Exception {
    String token = server.logIn("ann");

    Answer created = call("POST", proxy.url(NOTES), "{\"timestamp\": \"0:01\"}", token);
    Answer notes = call("GET", proxy.url(NOTES), "", token);

    assertThat(created.status()).isEqualTo(201);
    assertThat(notes.json()).hasSize(1);
    assertThat(get(proxy.url("/ready")).status()).isEqualTo(200);
    for (Answer answer : List.of(created, notes)) {
      assertThat(answer.response().headers().map())
          .doesNotContainKeys("location", "set-cookie", "refresh", "link");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/docs", "/docs/"})
  void the_documentation_loads_and_calls_the_api(String path) throws Exception {
    URI address = proxy.url(path);
    List<String> links = links(get(address));
    URI base = address.resolve(links.getFirst());

    assertThat(links).hasSize(5);
    for (String link : links.subList(1, links.size())) {
      assertThat(get(base.resolve(link)).status()).as(link).isEqualTo(200);
    }
    URI document = base.resolve("../openapi.json");
    String api = get(document).json().at("/servers/0/url").textValue();
    assertThat(document.resolve(api)).isEqualTo(proxy.url("/"));
  }

  /** It is built for the path, as build tools do with their setting for a base. */
  @ParameterizedTest
  @ValueSource(strings = {"/", "/index.html", "/videos/dQw4w9WgXcQ"})
  void the_web_app_loads(String path) throws Exception {
    Answer page = get(proxy.url(path));

    assertThat(page.status()).isEqualTo(200);
    assertThat(links(page)).hasSize(1);
    assertThat(get(proxy.url(path).resolve(links(page).getFirst())).body()).isEqualTo("app();");
  }

  @Test
  void a_remote_worker_works() throws Exception {
    server.createVideo(server.logIn("ann"));
    RemoteTasks tasks = new RemoteTasks(proxy.url(""), TestServer.ADMIN_TOKEN);

    assertThat(tasks.take(TaskType.TRANSCRIPT, Duration.ofSeconds(1)))
        .map(Assignment::videoId)
        .contains(new VideoId(TestServer.VIDEO));
    for (String end : List.of("", "/")) {
      try (RemoteVideos videos = new RemoteVideos(proxy.url(end), TestServer.ADMIN_TOKEN)) {
        assertThat(
                videos.storeTranscript(
                    new VideoId(TestServer.VIDEO), new JsonText("[{\"text\": \"hello\"}]")))
            .isEqualTo(new UploadResult.Stored());
      }
    }
  }

  private Answer get(URI address) throws IOException, InterruptedException {
    return call("GET", address, "", "");
  }

  private Answer call(String method, URI address, String body, String token)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).method(method, BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<String> response = browser.send(request.build(), BodyHandlers.ofString());
    return new Answer(response);
  }

  private static List<String> links(Answer page) {
    return Stream.of(page.body())
        .flatMap(html -> LINK.matcher(html).results())
        .map(link -> link.group(1))
        .toList();
  }
}
