package dev.vidwiz.transfer.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vidwiz.transfer.table.Column;
import dev.vidwiz.transfer.table.ColumnType;
import dev.vidwiz.transfer.table.DatabaseSession;
import dev.vidwiz.transfer.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a table in a form that is equal for equal rows in both kinds of database. */
final class ComparableRows {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
          .build();

  private ComparableRows() {}

  static List<List<@Nullable Object>> of(DatabaseSession database, Table table) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    database.forEachRow(
        table,
        row -> {
          List<@Nullable Object> comparable = new ArrayList<>();
          for (int i = 0; i < row.size(); i++) {
            comparable.add(comparable(table.columns().get(i), row.get(i)));
          }
          rows.add(comparable);
        });
    return rows;
  }

  private static @Nullable Object comparable(Column column, @Nullable Object value) {
    if (value == null || column.type() != ColumnType.JSONB) {
      return value;
    }
    try {
      return meaning(JSON.readTree(value.toString()));
    } catch (JsonProcessingException e) {
      throw new AssertionError(column.name(), e);
    }
  }

  private static Object meaning(JsonNode node) {
    if (node.isNumber()) {
      return new BigDecimal(node.asText()).stripTrailingZeros();
    }
    if (node.isArray()) {
      List<Object> elements = new ArrayList<>();
      node.forEach(element -> elements.add(meaning(element)));
      return elements;
    }
    if (node.isObject()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      node.properties().forEach(field -> fields.put(field.getKey(), meaning(field.getValue())));
      return fields;
    }
    return node;
  }
}
