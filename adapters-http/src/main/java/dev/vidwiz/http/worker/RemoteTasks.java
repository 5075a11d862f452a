package dev.vidwiz.http.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.vidwiz.application.fetch.Assignment;
import dev.vidwiz.application.fetch.TaskSource;
import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.application.worker.TaskReport;
import dev.vidwiz.application.worker.TaskReport.Result;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The tasks of a remote server, over its HTTP endpoints for workers. Thread-safe. */
public final class RemoteTasks implements TaskSource {

  private static final System.Logger LOG = System.getLogger(RemoteTasks.class.getName());
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How long the server may take to respond, beyond the requested wait. */
  private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(30);

  private final HttpClient client = ServerClient.open();
  private final URI server;
  private final String adminToken;
  private final Set<Thread> waitingThreads = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** Uses the server at this URL, which may have a path. */
  public RemoteTasks(URI server, String adminToken) {
    this.server = server;
    this.adminToken = adminToken;
  }

  @Override
  public Optional<Assignment> take(TaskType type, Duration timeout) throws InterruptedException {
    String query =
        "/v2/internal/tasks?type=%s&timeout=%d"
            .formatted(type.name().toLowerCase(Locale.ROOT), Math.max(1, timeout.toSeconds()));
    HttpResponse<String> response;
    waitingThreads.add(Thread.currentThread());
    try {
      if (closed) {
        return Optional.empty();
      }
      response = send(request(query, timeout.plus(RESPONSE_TIMEOUT)).GET().build());
    } finally {
      waitingThreads.remove(Thread.currentThread());
    }
    return switch (response.statusCode()) {
      case 200 -> Optional.of(assignment(response.body()));
      case 204 -> Optional.empty();
      default -> throw refused(response);
    };
  }

  /** The server detects the disconnects and gives the tasks to other workers. */
  @Override
  public void close() {
    closed = true;
    waitingThreads.forEach(Thread::interrupt);
  }

  @Override
  public void report(TaskReport report) throws InterruptedException {
    HttpResponse<String> response =
        send(
            request("/v2/internal/tasks/" + report.taskId() + "/result", RESPONSE_TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body(report)))
                .build());
    switch (response.statusCode()) {
      case 200 -> {}
      case 400, 403, 404 ->
          LOG.log(Level.INFO, () -> "the result of task " + report.taskId() + " came too late");
      default -> throw refused(response);
    }
  }

  /** Older servers lack this endpoint and have no parked tasks. */
  @Override
  public void resume() throws InterruptedException {
    HttpResponse<String> response =
        send(
            request("/v2/internal/tasks/resume", RESPONSE_TIMEOUT)
                .POST(BodyPublishers.noBody())
                .build());
    switch (response.statusCode()) {
      case 200, 404, 405 -> {}
      default -> throw refused(response);
    }
  }

  private HttpRequest.Builder request(String path, Duration timeout) {
    return HttpRequest.newBuilder(ServerClient.endpoint(server, path))
        .timeout(timeout)
        .header("Authorization", "Bearer " + adminToken);
  }

  private HttpResponse<String> send(HttpRequest request) throws InterruptedException {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new ServerUnreachableException(server + " cannot be reached", e);
    }
  }

  private ServerUnreachableException refused(HttpResponse<String> response) {
    int status = response.statusCode();
    return new ServerUnreachableException(
        status == 401 || status == 403
            ? server + " does not accept ADMIN_TOKEN"
            : server + " answered with status " + status,
        null);
  }

  private Assignment assignment(String body) {
    try {
      JsonNode task = JSON.readTree(body);
      return new Assignment(
          task.required("task_id").longValue(),
          new VideoId(task.required("task_details").required("video_id").textValue()),
          task.required("retry_count").intValue(),
          task.path("claim_id").textValue(),
          task.path("postponements").asInt(),
          task.path("operator_retry").asBoolean());
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new ServerUnreachableException(server + " sent a task that cannot be read", e);
    }
  }

  private static String body(TaskReport report) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("video_id", report.videoId().value());
    body.put("retry_count", report.attempt());
    body.put("claim_id", report.claimId());
    body.put("success", report.result() instanceof Result.Success);
    switch (report.result()) {
      case Result.Success(JsonText transcript, FetchedMetadata metadata) -> {
        if (transcript != null) {
          body.putRawValue("transcript", new RawValue(transcript.value()));
        }
        if (metadata != null) {
          body.putRawValue("metadata", new RawValue(metadata.document().value()));
        }
      }
      case Result.Failure failure -> write(failure, body);
    }
    return body.toString();
  }

  private static void write(Result.Failure failure, ObjectNode body) {
    body.put("error_message", failure.error());
    body.put("user_message", failure.sentence());
    body.put("permanent", failure.permanent());
    Duration retryAfter = failure.retryAfter();
    if (retryAfter != null) {
      body.put("retry_after", retryAfter.toSeconds());
      body.put("parked", failure.parked());
    }
  }
}
