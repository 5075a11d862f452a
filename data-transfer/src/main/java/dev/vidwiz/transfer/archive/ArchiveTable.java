package dev.vidwiz.transfer.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vidwiz.transfer.table.Column;
import dev.vidwiz.transfer.table.Table;
import dev.vidwiz.transfer.table.Tables;
import java.util.ArrayList;
import java.util.List;

/**
 * The line that describes a table, before its rows.
 *
 * @param table an older archive can lack newer columns
 * @param lastId the highest id ever generated; 0 if there was none or ids are not generated
 */
record ArchiveTable(Table table, long lastId) {

  static final String KEY = "table";

  ObjectNode toJson() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put(KEY, table.name());
    ArrayNode names = node.putArray("columns");
    table.columns().forEach(column -> names.add(column.name()));
    if (table.isNumbered()) {
      node.put("last_id", lastId);
    }
    return node;
  }

  static ArchiveTable parse(JsonNode node) {
    String name = node.path(KEY).asText();
    Table table =
        Tables.find(name)
            .orElseThrow(() -> new BadArchiveException("it has an unknown table " + name));
    List<Column> columns = new ArrayList<>();
    for (JsonNode each : node.path("columns")) {
      Column column =
          table
              .find(each.asText())
              .orElseThrow(
                  () ->
                      new BadArchiveException(
                          "it has an unknown column " + name + "." + each.asText()));
      if (columns.contains(column)) {
        throw new BadArchiveException("it has a column twice: " + name + "." + column.name());
      }
      columns.add(column);
    }
    if (!columns.containsAll(table.key())) {
      throw new BadArchiveException("it lacks the key of the table " + name);
    }
    return new ArchiveTable(table.only(columns), node.path("last_id").asLong());
  }
}
