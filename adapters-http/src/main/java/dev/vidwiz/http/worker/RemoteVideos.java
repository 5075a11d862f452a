package dev.vidwiz.http.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Fills in the videos of a server elsewhere, without having been given a task. Thread-safe. */
public final class RemoteVideos implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A server may have to wait for S3 and the database first. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

  private final HttpClient client = ServerClient.open();
  private final URI server;
  private final String adminToken;

  /** Brings things to the server at this address, which has no path and knows the token. */
  public RemoteVideos(URI server, String adminToken) {
    this.server = server;
    this.adminToken = adminToken;
  }

  /** Stores a transcript in place of an earlier one. The video comes into being when missing. */
  public Delivery storeTranscript(VideoId videoId, JsonText transcript)
      throws InterruptedException {
    return store(videoId, "transcript", transcript);
  }

  /** Stores metadata in place of earlier ones. The video comes into being when missing. */
  public Delivery storeMetadata(VideoId videoId, JsonText metadata) throws InterruptedException {
    return store(videoId, "metadata", metadata);
  }

  private Delivery store(VideoId videoId, String part, JsonText document)
      throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                server.resolve("/v2/internal/videos/" + videoId.value() + "/" + part))
            .timeout(ANSWER_TIMEOUT)
            .header("Authorization", "Bearer " + adminToken)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"" + part + "\":" + document.value() + "}"))
            .build();
    try {
      return delivery(client.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      return new Delivery.Unreachable(
          e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    }
  }

  private static Delivery delivery(HttpResponse<String> answer) {
    return switch (answer.statusCode()) {
      case 200 -> new Delivery.Stored();
      case 401, 403 -> new Delivery.TokenRefused();
      default -> new Delivery.Refused("status " + answer.statusCode() + message(answer.body()));
    };
  }

  /** Returns what an error of a VidWiz server says; others say nothing that helps. */
  private static String message(String body) {
    try {
      String message = JSON.readTree(body).at("/error/message").asText();
      return message.isEmpty() ? "" : ", " + message;
    } catch (JsonProcessingException e) {
      return "";
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
