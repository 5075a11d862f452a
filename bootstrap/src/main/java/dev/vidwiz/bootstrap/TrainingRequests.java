package dev.vidwiz.bootstrap;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The requests that a server gets most, made once each. */
final class TrainingRequests implements AutoCloseable {

  private static final String VIDEO = "/v2/videos/dQw4w9WgXcQ";
  private static final String PERSON = "\"email\": \"me@example.com\", \"password\": \"training\"";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String address;
  private final String adminToken;

  TrainingRequests(String address, String adminToken) {
    this.address = address;
    this.adminToken = adminToken;
  }

  /**
   * Makes the requests, one after the other.
   *
   * @throws IllegalStateException when one is not answered as it should be
   */
  void makeAll() throws IOException, InterruptedException {
    post("/v2/auth/register", "", "{" + PERSON + ", \"name\": \"Me\"}");
    String token = field("token", post("/v2/auth/login", "", "{" + PERSON + "}"));
    post(VIDEO + "/notes", token, "{\"timestamp\": \"0:42\", \"video_title\": \"Training\"}");
    get("/v2/users/me", token);
    get(VIDEO + "/notes", token);
    get("/v2/videos?q=training", token);
    work("transcript", "[{\"text\": \"Hello\", \"offset\": 0}]");
    work("metadata", "{\"title\": \"Training\"}");
    post("/v2/internal" + VIDEO.substring(3) + "/summary", adminToken, "{\"summary\": \"Hello.\"}");
    get(VIDEO + "/stream", token);
    get("/v2/internal/metrics", adminToken);
  }

  private void work(String type, String data) throws IOException, InterruptedException {
    String task = get("/v2/internal/tasks?timeout=1&type=" + type, adminToken);
    post(
        "/v2/internal/tasks/" + field("task_id", task) + "/result",
        adminToken,
        """
        {"video_id": "dQw4w9WgXcQ", "success": true, "%s": %s}\
        """
            .formatted(type, data));
  }

  private String get(String path, String token) throws IOException, InterruptedException {
    return send(request(path, token).GET().build());
  }

  private String post(String path, String token, String body)
      throws IOException, InterruptedException {
    return send(
        request(path, token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(String path, String token) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private String send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(request + ": " + response.statusCode() + response.body());
    }
    return response.body();
  }

  private static String field(String name, String json) {
    Matcher matcher =
        Pattern.compile("\"" + name + "\"\\s*:\\s*\"?(?<value>[^\",}]+)").matcher(json);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + name + " in " + json);
    }
    return matcher.group("value");
  }

  @Override
  public void close() {
    client.close();
  }
}
