package dev.vidwiz.persistence.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vidwiz.domain.task.Postponements;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of postponements in {@code worker_details}: {@code {since, count, parked,
 * operator_retry}}. Tasks of older servers have none.
 */
final class StoredPostponements {

  static final String KEY = "postponements";

  private static final String SINCE = "since";
  private static final String COUNT = "count";

  /** Used in SQL, too. */
  static final String PARKED = "parked";

  private static final String OPERATOR_RETRY = "operator_retry";

  private StoredPostponements() {}

  /** Parses the JSON. Invalid values count as missing. */
  static Postponements parse(JsonNode node) {
    return new Postponements(
        time(node.path(SINCE)),
        node.path(COUNT).asInt(),
        node.path(PARKED).asBoolean(),
        node.path(OPERATOR_RETRY).asBoolean());
  }

  static void write(Postponements postponements, ObjectNode node) {
    Instant since = postponements.since();
    node.put(SINCE, since == null ? null : since.toString());
    node.put(COUNT, postponements.count());
    node.put(PARKED, postponements.parked());
    node.put(OPERATOR_RETRY, postponements.operatorRetry());
  }

  private static @Nullable Instant time(JsonNode node) {
    try {
      return node.isTextual() ? Instant.parse(node.textValue()) : null;
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
