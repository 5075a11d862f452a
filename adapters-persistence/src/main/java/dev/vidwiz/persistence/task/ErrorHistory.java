package dev.vidwiz.persistence.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.task.TaskError;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** Errors as databases hold them: an array of {@code {at, attempt, error}}, oldest first. */
public final class ErrorHistory {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ErrorHistory() {}

  /** Reads an array. */
  public static List<TaskError> parse(JsonText json) {
    try {
      return of(JSON.readTree(json.value()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the errors are no JSON", e);
    }
  }

  static List<TaskError> of(JsonNode history) {
    return StreamSupport.stream(history.spliterator(), false).map(ErrorHistory::error).toList();
  }

  private static TaskError error(JsonNode node) {
    return new TaskError(
        Instant.parse(node.path("at").asText()),
        node.path("attempt").asInt(),
        node.path("error").asText());
  }
}
