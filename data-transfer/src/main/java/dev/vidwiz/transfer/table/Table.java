package dev.vidwiz.transfer.table;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A table, which is the same in SQLite and PostgreSQL.
 *
 * @param columns all columns, those of the primary key first
 * @param keyColumns the number of columns in the primary key
 */
public record Table(String name, List<Column> columns, int keyColumns) {

  /** Rejects a key without columns or with more than there are. */
  public Table {
    columns = List.copyOf(columns);
    if (keyColumns < 1 || keyColumns > columns.size()) {
      throw new IllegalArgumentException(name + " has a key of " + keyColumns + " columns");
    }
  }

  /** Starts the description of a table whose ids the database generates. */
  static Builder numbered(String name) {
    return new Builder(name).with(ColumnType.ID, "id");
  }

  /** Starts the description of a table with a primary key of text columns. */
  static Builder keyed(String name, String... key) {
    return new Builder(name).with(ColumnType.TEXT, key);
  }

  /** Returns whether the database generates the ids. */
  public boolean isNumbered() {
    return columns.getFirst().type() == ColumnType.ID;
  }

  /** Returns the columns of the primary key. */
  public List<Column> key() {
    return columns.subList(0, keyColumns);
  }

  /** Returns the column with that name; empty if there is none. */
  public Optional<Column> find(String column) {
    return columns.stream().filter(each -> each.name().equals(column)).findFirst();
  }

  String insert(List<Column> filled) {
    String values = String.join(", ", Collections.nCopies(filled.size(), "?"));
    return "INSERT INTO %s (%s) VALUES (%s)".formatted(name, columnList(filled), values);
  }

  /**
   * Returns a query that sorts by the primary key, texts by code points.
   *
   * @param textOrder the collation clause that makes this database sort by code points
   */
  String select(List<Column> read, String textOrder) {
    String order =
        key().stream()
            .map(each -> each.quoted() + (each.type() == ColumnType.TEXT ? textOrder : ""))
            .collect(joining(", "));
    return "SELECT %s FROM %s ORDER BY %s".formatted(columnList(read), name, order);
  }

  /** Returns the quoted names of columns, separated by commas. */
  public static String columnList(List<Column> columns) {
    return columns.stream().map(Column::quoted).collect(joining(", "));
  }

  /** Builds a table from its columns. */
  static final class Builder {

    private final String name;
    private final List<Column> columns = new ArrayList<>();
    private int keyColumns;

    private Builder(String name) {
      this.name = name;
    }

    /** Adds columns; the first call adds the primary key. */
    Builder with(ColumnType type, String... names) {
      for (String each : names) {
        columns.add(new Column(each, type));
      }
      if (keyColumns == 0) {
        keyColumns = columns.size();
      }
      return this;
    }

    Table build() {
      return new Table(name, columns, keyColumns);
    }
  }
}
