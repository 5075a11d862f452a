package dev.vidwiz.transfer.table;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table, which is the same in SQLite and PostgreSQL.
 *
 * @param columns all columns, those of the primary key first
 * @param keyColumns the number of columns in the primary key
 */
public record Table(String name, List<Column> columns, int keyColumns) {

  /** Copies the columns. */
  public Table {
    columns = List.copyOf(columns);
  }

  /** Describes a table whose ids the database generates. */
  static Table numbered(String name) {
    return new Table(name, List.of(), 1).with(ColumnType.ID, "id");
  }

  /** Describes a table with a primary key of text columns. */
  static Table keyed(String name, String... key) {
    return new Table(name, List.of(), key.length).with(ColumnType.TEXT, key);
  }

  /** Returns the table with more columns. */
  Table with(ColumnType type, String... names) {
    Stream<Column> added = Arrays.stream(names).map(each -> new Column(each, type));
    return new Table(name, Stream.concat(columns.stream(), added).toList(), keyColumns);
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
}
