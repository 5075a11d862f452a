package dev.vidwiz.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A client of one server with one caller's credentials. Thread-safe. */
final class Api {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "learn-something";

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(Program.TIMEOUT_SECONDS))
          .build();

  /** A complete answer. */
  record Answer(int status, HttpHeaders headers, String text) {

    /** Returns the body as JSON; null when it is empty. */
    JsonNode body() {
      return text.isEmpty() ? null : Api.json(text);
    }

    /** Returns the message of an error that has this status. */
    String refusal(int expected) {
      return expect(expected).at("/error/message").textValue();
    }

    /** Returns {@code field type} of each field that was refused. */
    List<String> refusedFields() {
      return expect(422)
          .at("/error/details")
          .valueStream()
          .map(field -> field.get("field").textValue() + " " + field.get("type").textValue())
          .toList();
    }

    /** Returns the body of an answer that has this status. */
    JsonNode expect(int expected) {
      assertThat(status).as(text).isEqualTo(expected);
      return body();
    }

    /** Expects the events of a complete answer in these pieces. */
    void expectEvents(String... pieces) {
      List<String> expected = new ArrayList<>();
      for (String piece : pieces) {
        expected.add("{\"content\":\"%s\"}".formatted(piece));
      }
      expected.add("[DONE]");
      assertThat(events()).as(text).isEqualTo(expected);
    }

    /** Returns the text of the events. */
    String content() {
      return events().stream()
          .filter(event -> event.startsWith("{"))
          .map(event -> Api.json(event).path("content").asText())
          .collect(Collectors.joining());
    }

    /** Returns the data of the events. */
    List<String> events() {
      return text.lines()
          .filter(line -> line.startsWith("data: "))
          .map(line -> line.substring("data: ".length()))
          .toList();
    }
  }

  private final int port;
  private final Map<String, String> credentials;

  private Api(int port, Map<String, String> credentials) {
    this.port = port;
    this.credentials = credentials;
  }

  Api(int port, String token) {
    this(port, token == null ? Map.of() : Map.of("Authorization", "Bearer " + token));
  }

  /** Returns the client of a guest with an address that a proxy reports. */
  static Api guest(int port, String sessionId, String address) {
    return new Api(port, Map.of("X-Guest-Session-ID", sessionId, "X-Forwarded-For", address));
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new AssertionError(text, e);
    }
  }

  /** Returns a client of another server with the same credentials. */
  Api at(Server other) {
    return new Api(other.port(), credentials);
  }

  /** Returns the headers that carry the credentials. */
  Map<String, String> credentials() {
    return credentials;
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

  Answer patch(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofString(json, UTF_8)));
  }

  Answer delete(String path) {
    return send(request(path).DELETE());
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

  /** Uploads the transcript of a video, one line every ten seconds. */
  Answer transcript(String videoId, String... lines) {
    return transcript(videoId, 10, lines);
  }

  /** Uploads the transcript of a video, one line every {@code seconds}. */
  Answer transcript(String videoId, int seconds, String... lines) {
    StringBuilder segments = new StringBuilder();
    for (int i = 0; i < lines.length; i++) {
      segments
          .append(i == 0 ? "" : ",")
          .append(
              "{\"text\": \"%s\", \"offset\": %d, \"duration\": %d}"
                  .formatted(lines[i], seconds * i, seconds));
    }
    return post(
        "/v2/internal/videos/" + videoId + "/transcript", "{\"transcript\": [" + segments + "]}");
  }

  /** Opens a conversation about a video. */
  Chat chat(String videoId) {
    JsonNode begun =
        post("/v2/conversations", "{\"video_id\": \"%s\"}".formatted(videoId)).expect(201);
    return new Chat(this, begun.get("id").longValue());
  }

  /** Polls for a task as a worker, for up to {@code seconds}. */
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

  /** Sends a GET request on a separate connection, which may stay open. */
  HeldRequest hold(String path) {
    return HeldRequest.open(port, "GET", path, credentials, "");
  }

  /** Sends a POST request on a separate connection, whose answer may be a stream. */
  HeldRequest holdPost(String path, String json) {
    return HeldRequest.open(port, "POST", path, credentials, json);
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(2 * Program.TIMEOUT_SECONDS));
    credentials.forEach(request::header);
    return request;
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString(UTF_8));
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
