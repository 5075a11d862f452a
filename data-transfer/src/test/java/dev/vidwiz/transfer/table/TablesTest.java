package dev.vidwiz.transfer.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The descriptions match the tables that the migrations create on PostgreSQL. The tests of the
 * migrations check that SQLite has the same tables.
 */
final class TablesTest {

  /** The tables that are archived. */
  private static final String ARCHIVED =
      "table_schema = current_schema() AND table_name NOT LIKE 'vidwiz_%'"
          + " AND table_name NOT IN ('rate_limits', 'noted_videos', 'note_usage', 'last_runs',"
          + " 'rounds')";

  private static final String COLUMNS =
      "SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_identity"
          + " FROM information_schema.columns WHERE "
          + ARCHIVED;

  private static final String KEYS =
      """
      SELECT table_name || '.' || column_name
      FROM information_schema.table_constraints
        JOIN information_schema.key_column_usage USING (constraint_name, table_schema, table_name)
      WHERE constraint_type = 'PRIMARY KEY' AND
      """
          + ARCHIVED
          + " ORDER BY table_name, ordinal_position";

  private static final String REFERENCES =
      """
      SELECT conrelid::regclass || ' ' || confrelid::regclass FROM pg_constraint
      WHERE contype = 'f' AND connamespace = current_schema()::regnamespace
      """;

  private static TestDatabase database;
  private static Connection connection;

  @BeforeAll
  static void migrate() throws SQLException {
    database = TestPostgres.createDatabase();
    JdbiStorage.open(database.settings(false)).close();
    connection = database.connect();
  }

  @AfterAll
  static void drop() throws SQLException {
    connection.close();
    database.close();
  }

  @Test
  void have_all_columns_with_their_types() throws SQLException {
    List<String> described = new ArrayList<>();
    for (Table table : Tables.ALL) {
      for (Column column : table.columns()) {
        boolean identity = table.isNumbered() && column.name().equals("id");
        described.add(
            "%s.%s %s %s"
                .formatted(
                    table.name(), column.name(), inPostgres(column), identity ? "YES" : "NO"));
      }
    }

    assertThat(query(COLUMNS)).containsExactlyInAnyOrderElementsOf(described);
  }

  @Test
  void have_the_primary_keys() throws SQLException {
    List<String> described =
        Tables.ALL.stream()
            .flatMap(table -> table.key().stream().map(key -> table.name() + "." + key.name()))
            .toList();

    assertThat(query(KEYS)).containsExactlyInAnyOrderElementsOf(described);
  }

  @Test
  void come_after_the_tables_that_they_refer_to() throws SQLException {
    List<String> order = Tables.ALL.stream().map(Table::name).toList();

    assertThat(query(REFERENCES))
        .isNotEmpty()
        .allSatisfy(
            reference -> {
              String[] names = reference.split(" ", -1);
              assertThat(order.indexOf(names[1])).isBetween(0, order.indexOf(names[0]) - 1);
            });
  }

  private static String inPostgres(Column column) {
    return switch (column.type()) {
      case ID -> "bigint";
      case TEXT -> "text";
      case BOOLEAN -> "boolean";
      case INTEGER -> "integer";
      case INSTANT -> "timestamp with time zone";
      case JSON -> "json";
      case JSONB -> "jsonb";
    };
  }

  private static List<String> query(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (ResultSet rows = connection.createStatement().executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
