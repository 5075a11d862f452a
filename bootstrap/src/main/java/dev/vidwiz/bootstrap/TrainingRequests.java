package dev.vidwiz.bootstrap;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends the most frequent requests to a server. */
final class TrainingRequests implements AutoCloseable {

  private static final String FIRST_VIDEO = "dQw4w9WgXcQ";
  private static final String CREDENTIALS =
      "\"email\": \"me@example.com\", \"password\": \"training\"";
  private static final int MAX_ROUNDS = 1_000;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String address;
  private final String adminToken;
  private String userToken = "";

  TrainingRequests(String address, String adminToken) {
    this.address = address;
    this.adminToken = adminToken;
  }

  /**
   * Sends each request once.
   *
   * @throws IllegalStateException when a request fails
   */
  void sendAll() throws IOException, InterruptedException {
    post("/v2/auth/register", "", "{" + CREDENTIALS + ", \"name\": \"Me\"}");
    userToken = field("token", post("/v2/auth/login", "", "{" + CREDENTIALS + "}"));
    sendFrequent(FIRST_VIDEO);
    work(FIRST_VIDEO, "transcript", "[{\"text\": \"Hello\", \"offset\": 0}]");
    post(
        "/v2/internal/videos/" + FIRST_VIDEO + "/summary", adminToken, "{\"summary\": \"Hello.\"}");
    get("/v2/videos/" + FIRST_VIDEO + "/stream", userToken);
    get("/v2/internal/metrics", adminToken);
  }

  /** Sends the most frequent requests repeatedly, each round for a new video. */
  void sendFrequent(Duration time) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(time);
    for (int round = 0; round < MAX_ROUNDS && Instant.now().isBefore(end); round++) {
      sendFrequent("%011d".formatted(round));
    }
  }

  private void sendFrequent(String video) throws IOException, InterruptedException {
    String notes = "/v2/videos/" + video + "/notes";
    post(notes, userToken, "{\"timestamp\": \"0:42\", \"video_title\": \"Training\"}");
    post(notes, userToken, "{\"timestamp\": \"1:23\", \"text\": \"A thought\"}");
    get(notes, userToken);
    get("/v2/users/me", userToken);
    get("/v2/videos?q=training", userToken);
    work(video, "metadata", "{\"title\": \"Training\"}");
  }

  private void work(String video, String type, String data)
      throws IOException, InterruptedException {
    String task = get("/v2/internal/tasks?timeout=1&type=" + type, adminToken);
    post(
        "/v2/internal/tasks/" + field("task_id", task) + "/result",
        adminToken,
        """
        {"video_id": "%s", "success": true, "%s": %s}\
        """
            .formatted(video, type, data));
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
