package dev.vidwiz.transfer.table;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A table as it is in both databases.
 *
 * @param columns those of the primary key first
 * @param keyColumns how many columns the primary key has
 */
public record Table(String name, List<Column> columns, int keyColumns) {

  /** Rejects a key that the columns do not hold. */
  public Table {
    columns = List.copyOf(columns);
    if (keyColumns < 1 || keyColumns > columns.size()) {
      throw new IllegalArgumentException(name + " has a key of " + keyColumns + " columns");
    }
  }

  /** Begins the description of a table whose rows the database numbers. */
  static Builder numbered(String name) {
    return new Builder(name).with(ColumnType.ID, "id");
  }

  /** Begins the description of a table whose key consists of these texts. */
  static Builder keyed(String name, String... key) {
    return new Builder(name).with(ColumnType.TEXT, key);
  }

  /** Tells whether the database gives a new row its id. */
  public boolean isNumbered() {
    return columns.getFirst().type() == ColumnType.ID;
  }

  /** Returns the columns of the primary key. */
  public List<Column> key() {
    return columns.subList(0, keyColumns);
  }

  /** Returns the column of that name. */
  public Optional<Column> find(String column) {
    return columns.stream().filter(each -> each.name().equals(column)).findFirst();
  }

  String insert(List<Column> filled) {
    String values = String.join(", ", Collections.nCopies(filled.size(), "?"));
    return "INSERT INTO %s (%s) VALUES (%s)".formatted(name, list(filled), values);
  }

  /**
   * In the order of the key, texts by their code points.
   *
   * @param textOrder what makes this kind of database do so
   */
  String select(List<Column> read, String textOrder) {
    String order =
        key().stream()
            .map(each -> each.quoted() + (each.type() == ColumnType.TEXT ? textOrder : ""))
            .collect(joining(", "));
    return "SELECT %s FROM %s ORDER BY %s".formatted(list(read), name, order);
  }

  private static String list(List<Column> columns) {
    return columns.stream().map(Column::quoted).collect(joining(", "));
  }

  /** Collects the columns of a table. */
  static final class Builder {

    private final String name;
    private final List<Column> columns = new ArrayList<>();
    private int keyColumns;

    private Builder(String name) {
      this.name = name;
    }

    /** Adds columns; the first ones are the key. */
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
