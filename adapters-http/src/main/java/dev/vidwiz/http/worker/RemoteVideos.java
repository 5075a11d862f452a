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

/** Uploads parts of videos to a remote server, without a task. Thread-safe. */
public final class RemoteVideos implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Long, because the server may wait for S3 and the database. */
  private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(60);

  private final HttpClient client = ServerClient.open();
  private final URI server;
  private final String adminToken;

  /** Uploads to the server at this URL, which may have a path. */
  public RemoteVideos(URI server, String adminToken) {
    this.server = server;
    this.adminToken = adminToken;
  }

  /** Stores a transcript and replaces an earlier one. Creates the video if it does not exist. */
  public UploadResult storeTranscript(VideoId videoId, JsonText transcript)
      throws InterruptedException {
    return store(videoId, "transcript", transcript);
  }

  /** Stores metadata and replaces earlier ones. Creates the video if it does not exist. */
  public UploadResult storeMetadata(VideoId videoId, JsonText metadata)
      throws InterruptedException {
    return store(videoId, "metadata", metadata);
  }

  private UploadResult store(VideoId videoId, String part, JsonText document)
      throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                ServerClient.endpoint(
                    server, "/v2/internal/videos/" + videoId.value() + "/" + part))
            .timeout(RESPONSE_TIMEOUT)
            .header("Authorization", "Bearer " + adminToken)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"" + part + "\":" + document.value() + "}"))
            .build();
    try {
      return result(client.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      return new UploadResult.Unreachable(
          e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    }
  }

  private static UploadResult result(HttpResponse<String> response) {
    return switch (response.statusCode()) {
      case 200 -> new UploadResult.Stored();
      case 401, 403 -> new UploadResult.TokenRefused();
      default ->
          new UploadResult.Refused("status " + response.statusCode() + message(response.body()));
    };
  }

  /** Returns the error message of a VidWiz server; empty for other responses. */
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
