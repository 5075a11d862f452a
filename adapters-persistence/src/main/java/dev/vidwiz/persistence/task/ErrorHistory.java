package dev.vidwiz.persistence.task;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.task.TaskError;
import dev.vidwiz.persistence.database.JsonColumn;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** The JSON of errors: an array of {@code {at, attempt, error}}, oldest first. */
public final class ErrorHistory {

  private ErrorHistory() {}

  /** Parses an array. */
  public static List<TaskError> parse(JsonText json) {
    return of(JsonColumn.read("errors", json));
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
