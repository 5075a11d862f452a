package dev.vidwiz.transfer.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The last line of an archive.
 *
 * @param sha256 over all lines before; lower-case hex
 */
record Trailer(List<TableSummary> tables, String sha256) {

  static final String KEY = "end";

  ObjectNode toJson() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ArrayNode summaries = node.putArray(KEY);
    for (TableSummary summary : tables) {
      summaries
          .addObject()
          .put("table", summary.table())
          .put("rows", summary.rows())
          .put("sha256", summary.sha256());
    }
    return node.put("sha256", sha256);
  }

  static Trailer parse(JsonNode node) {
    List<TableSummary> summaries = new ArrayList<>();
    for (JsonNode summary : node.path(KEY)) {
      summaries.add(
          new TableSummary(
              summary.path("table").asText(),
              summary.path("rows").asLong(),
              summary.path("sha256").asText()));
    }
    return new Trailer(summaries, node.path("sha256").asText());
  }
}
