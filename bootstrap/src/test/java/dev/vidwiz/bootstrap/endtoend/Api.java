package dev.vidwiz.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

/** A client of one server with one caller's credentials. Thread-safe. */
final class Api {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "learn-something";

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(Program.PATIENCE_SECONDS))
          .build();

  /** An answer; the body is null when there is none. */
  record Answer(int status, JsonNode body) {

    /** Returns the body of an answer that has this status. */
    JsonNode expect(int expected) {
      assertThat(status).as(String.valueOf(body)).isEqualTo(expected);
      return body;
    }
  }

  private final int port;
  private final String token;

  Api(int port, String token) {
    this.port = port;
    this.token = token;
  }

  String token() {
    return token;
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer post(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json, UTF_8)));
  }

  /** Returns the client of a new user. */
  Api newUser() {
    return newUser(UUID.randomUUID() + "@example.com");
  }

  Api newUser(String email) {
    register(email).expect(201);
    return logIn(email);
  }

  Answer register(String email) {
    return post(
        "/v2/auth/register",
        """
        {"email": "%s", "password": "%s", "name": "Ann"}\
        """
            .formatted(email, PASSWORD));
  }

  Api logIn(String email) {
    Answer answer =
        post(
            "/v2/auth/login",
            """
            {"email": "%s", "password": "%s"}\
            """
                .formatted(email, PASSWORD));
    return new Api(port, answer.expect(200).get("token").textValue());
  }

  /** Writes a note with a text. */
  Answer note(String videoId, String text) {
    return post(
        "/v2/videos/" + videoId + "/notes",
        """
        {"timestamp": "0:42", "text": "%s"}\
        """
            .formatted(text));
  }

  /** Asks for a task as a worker that waits for up to {@code seconds}. */
  Answer poll(String type, int seconds) {
    return get("/v2/internal/tasks?type=%s&timeout=%d".formatted(type, seconds));
  }

  /** Sends the result of a task that {@link #poll} returned, with a small piece of data. */
  Answer succeed(JsonNode task) {
    boolean transcript = task.get("task_type").textValue().equals("fetch_transcript");
    return post(
        "/v2/internal/tasks/" + task.get("task_id") + "/result",
        """
        {"video_id": %s, "success": true, %s}\
        """
            .formatted(
                task.get("task_details").get("video_id"),
                transcript
                    ? "\"transcript\": [{\"text\": \"hello\", \"offset\": 0, \"duration\": 2}]"
                    : "\"metadata\": {\"title\": \"A title\"}"));
  }

  /** Opens a GET request of its own, which may stay open. */
  HeldRequest hold(String path) {
    return HeldRequest.open(port, path, token);
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(2 * Program.PATIENCE_SECONDS));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString(UTF_8));
      String body = response.body();
      return new Answer(response.statusCode(), body.isEmpty() ? null : JSON.readTree(body));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
