package dev.vidwiz.transfer.table;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table, which is the same in SQLite and PostgreSQL, or some of its columns.
 *
 * @param key the columns of the primary key
 * @param columns in the order of the values in a row
 */
public record Table(String name, List<Column> key, List<Column> columns) {

  /** Describes a table whose ids the database generates. */
  static Table numbered(String name) {
    List<Column> id = List.of(new Column("id", ColumnType.ID));
    return new Table(name, id, id);
  }

  /** Describes a table with a primary key of text columns. */
  static Table keyed(String name, String... key) {
    Table onlyKey = new Table(name, List.of(), List.of()).with(ColumnType.TEXT, key);
    return new Table(name, onlyKey.columns(), onlyKey.columns());
  }

  /** Returns the table with more columns. */
  Table with(ColumnType type, String... names) {
    Stream<Column> added = Arrays.stream(names).map(each -> new Column(each, type));
    return only(Stream.concat(columns.stream(), added).toList());
  }

  /** Returns the table with these columns alone. */
  public Table only(List<Column> some) {
    return new Table(name, key, List.copyOf(some));
  }

  /** Returns whether the database generates the ids. */
  public boolean isNumbered() {
    return key.getFirst().type() == ColumnType.ID;
  }

  /** Returns the column with that name; empty if there is none. */
  public Optional<Column> find(String column) {
    return columns.stream().filter(each -> each.name().equals(column)).findFirst();
  }

  /** Returns the quoted names of the columns, separated by commas. */
  public String columnList() {
    return columns.stream().map(Column::quoted).collect(joining(", "));
  }

  String insert() {
    String values = String.join(", ", Collections.nCopies(columns.size(), "?"));
    return "INSERT INTO %s (%s) VALUES (%s)".formatted(name, columnList(), values);
  }

  /**
   * Returns a query that sorts by the primary key, texts by code points.
   *
   * @param textOrder the collation clause that makes this database sort by code points
   */
  String select(String textOrder) {
    String order =
        key.stream()
            .map(each -> each.quoted() + (each.type() == ColumnType.TEXT ? textOrder : ""))
            .collect(joining(", "));
    return "SELECT %s FROM %s ORDER BY %s".formatted(columnList(), name, order);
  }
}
