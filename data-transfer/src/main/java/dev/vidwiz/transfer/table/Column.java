package dev.vidwiz.transfer.table;

/** A column of a table. */
public record Column(String name, ColumnType type) {

  /** As SQL has it: one of ours is called like a type. */
  String quoted() {
    return '"' + name + '"';
  }
}
