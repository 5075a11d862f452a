package dev.vidwiz.transfer.table;

/** A column of a table. */
public record Column(String name, ColumnType type) {

  /** Returns the name quoted for SQL: {@code timestamp} is also the name of a type. */
  String quoted() {
    return '"' + name + '"';
  }
}
