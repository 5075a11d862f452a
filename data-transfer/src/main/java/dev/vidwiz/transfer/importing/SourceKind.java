package dev.vidwiz.transfer.importing;

/** The queries on a database to read from. */
enum SourceKind {
  SQLITE(
      "rowid",
      "\"%s\"",
      "SELECT name FROM sqlite_master WHERE type = 'table'",
      "SELECT name FROM pragma_table_info(?)"),
  POSTGRESQL(
      "id",
      "CAST(\"%s\" AS text)",
      "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()",
      """
      SELECT column_name FROM information_schema.columns
      WHERE table_schema = current_schema() AND table_name = ?
      """);

  /** The column that rows are sorted by: an integer, unique in its table. */
  final String position;

  /** The names of the tables. */
  final String tables;

  /** The names of the columns of a table; none if it does not exist. */
  final String columns;

  private final String value;

  SourceKind(String position, String value, String tables, String columns) {
    this.position = position;
    this.value = value;
    this.tables = tables;
    this.columns = columns;
  }

  /** Returns the expression that selects a column as text, under its name. */
  String selected(String column) {
    return value.formatted(column) + " AS \"" + column + '"';
  }
}
