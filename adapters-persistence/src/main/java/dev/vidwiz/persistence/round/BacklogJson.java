package dev.vidwiz.persistence.round;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vidwiz.application.storage.Backlog;
import dev.vidwiz.application.storage.Backlog.JobKey;
import dev.vidwiz.application.storage.Backlog.TaskKey;
import dev.vidwiz.application.storage.LastRuns;
import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A backlog as JSON for servers of the same release. The keys are the names of the enums, in pairs
 * with a blank between.
 */
final class BacklogJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private BacklogJson() {}

  static String write(Backlog backlog) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode tasks = root.putObject("tasks");
    backlog.tasks().forEach((key, number) -> tasks.put(key.type() + " " + key.state(), number));
    ObjectNode jobs = root.putObject("jobs");
    backlog.jobs().forEach((key, number) -> jobs.put(key.kind() + " " + key.state(), number));
    write(backlog.taskDue(), root.putObject("task_due"));
    write(backlog.oldestJob(), root.putObject("oldest_job"));
    write(backlog.lastRuns(), root.putObject("last_runs"));
    return root.put("transcripts", backlog.transcripts()).toString();
  }

  private static void write(Map<? extends Enum<?>, Instant> times, ObjectNode node) {
    times.forEach((key, time) -> node.put(key.name(), time.toString()));
  }

  /** Parses a backlog; empty when another release has written it in a way of its own. */
  static Optional<Backlog> read(String text) {
    try {
      JsonNode root = JSON.readTree(text);
      return Optional.of(
          new Backlog(
              read(root.required("tasks"), BacklogJson::taskKey, JsonNode::intValue),
              read(root.required("task_due"), TaskType::valueOf, BacklogJson::time),
              read(root.required("jobs"), BacklogJson::jobKey, JsonNode::intValue),
              read(root.required("oldest_job"), AiJobKind::valueOf, BacklogJson::time),
              root.required("transcripts").intValue(),
              read(root.required("last_runs"), LastRuns.Job::valueOf, BacklogJson::time)));
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static <K, V> Map<K, V> read(
      JsonNode node, Function<String, K> key, Function<JsonNode, V> value) {
    Map<K, V> map = new HashMap<>();
    node.properties().forEach(e -> map.put(key.apply(e.getKey()), value.apply(e.getValue())));
    return map;
  }

  private static TaskKey taskKey(String name) {
    String[] pair = pair(name);
    return new TaskKey(TaskType.valueOf(pair[0]), TaskState.valueOf(pair[1]));
  }

  private static JobKey jobKey(String name) {
    String[] pair = pair(name);
    return new JobKey(AiJobKind.valueOf(pair[0]), TaskState.valueOf(pair[1]));
  }

  private static String[] pair(String name) {
    String[] pair = name.split(" ", 2);
    if (pair.length < 2) {
      throw new IllegalArgumentException("a pair of names is expected");
    }
    return pair;
  }

  private static Instant time(JsonNode node) {
    return Instant.parse(node.asText());
  }
}
