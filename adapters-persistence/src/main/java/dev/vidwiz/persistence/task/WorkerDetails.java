package dev.vidwiz.persistence.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.task.Postponements;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskError;
import dev.vidwiz.persistence.database.JsonColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JSON in the column {@code worker_details}: the worker's user, errors and postponements.
 * {@code error_message} and {@code retry_attempt} repeat the last error, for compatibility with
 * older servers.
 */
record WorkerDetails(
    @Nullable Long workerUserId, List<TaskError> errors, Postponements postponements) {

  static WorkerDetails of(Task task) {
    return new WorkerDetails(task.workerUserId(), task.errors(), task.postponements());
  }

  /** Parses JSON of this or an older server. Missing values are empty. */
  static WorkerDetails parse(JsonText json) {
    JsonNode node = JsonColumn.read("worker_details", json);
    JsonNode worker = node.path("worker_user_id");
    return new WorkerDetails(
        worker.isIntegralNumber() ? worker.longValue() : null,
        ErrorHistory.of(node.path("errors")),
        StoredPostponements.parse(node.path(StoredPostponements.KEY)));
  }

  JsonText toJson() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("worker_user_id", workerUserId);
    if (!errors.isEmpty()) {
      node.put("error_message", errors.getLast().error());
      node.put("retry_attempt", errors.getLast().attempt());
      ArrayNode history = node.putArray("errors");
      errors.forEach(error -> write(error, history.addObject()));
    }
    if (!postponements.equals(Postponements.NONE)) {
      StoredPostponements.write(postponements, node.putObject(StoredPostponements.KEY));
    }
    return new JsonText(node.toString());
  }

  private static void write(TaskError error, ObjectNode node) {
    node.put("at", error.at().toString());
    node.put("attempt", error.attempt());
    node.put("error", error.error());
  }
}
