package dev.vidwiz.transfer.importing;

import java.util.regex.Pattern;

/** The queries on a database to read from. */
enum SourceKind {
  SQLITE(
      "rowid",
      "\"%s\"",
      "SELECT name FROM sqlite_master WHERE type = 'table'",
      "SELECT name FROM pragma_table_info(?)",
      """
      SELECT t.name AS table_name, c.name AS column_name, c.type AS type,
             c.dflt_value AS default_value
      FROM pragma_table_list t, pragma_table_info(t.name) c
      WHERE t.schema = 'main' AND t.type IN ('table', 'virtual') AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
      ORDER BY t.name, c.cid
      """,
      "%1$s IS NOT (%2$s)"),
  POSTGRESQL(
      "id",
      "CAST(\"%s\" AS text)",
      "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()",
      """
      SELECT column_name FROM information_schema.columns
      WHERE table_schema = current_schema() AND table_name = ?
      """,
      """
      SELECT c.relname AS table_name, a.attname AS column_name,
             format_type(a.atttypid, a.atttypmod) AS type,
             pg_get_expr(d.adbin, d.adrelid) AS default_value
      FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid
      LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
      WHERE c.relnamespace = to_regnamespace(current_schema())
        AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      ORDER BY c.relname, a.attnum
      """,
      "CAST(%1$s AS text) IS DISTINCT FROM CAST(CAST(%2$s AS %3$s) AS text)");

  private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");
  private static final Pattern CALL = Pattern.compile("[\\w\"]\\s*\\(");

  /** The column that rows are sorted by: an integer, unique in its table. */
  final String position;

  /** The names of the tables. */
  final String tables;

  /** The names of the columns of a table; none if it does not exist. */
  final String columns;

  /** All columns of tables, without those that the database computes from others. */
  final String catalog;

  private final String value;
  private final String differs;

  SourceKind(
      String position,
      String value,
      String tables,
      String columns,
      String catalog,
      String differs) {
    this.position = position;
    this.value = value;
    this.tables = tables;
    this.columns = columns;
    this.catalog = catalog;
    this.differs = differs;
  }

  /** Returns the expression that selects a column as text, under its name. */
  String selected(String column) {
    return value.formatted(column) + " AS \"" + column + '"';
  }

  /** Returns the expression that counts the values that are neither null nor the default. */
  String countOf(SourceColumn column) {
    String name = quoted(column.name());
    String condition = name + " IS NOT NULL";
    if (column.isJson()) {
      condition += " AND CAST(" + name + " AS text) <> 'null'";
    }
    if (column.defaultValue() != null && isConstant(column.defaultValue())) {
      condition += " AND " + differs.formatted(name, column.defaultValue(), column.type());
    }
    return "count(CASE WHEN " + condition + " THEN 1 END)";
  }

  /** Returns a name quoted for SQL. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A function, such as that of a sequence, is not to be called: no value is its default. */
  private static boolean isConstant(String expression) {
    return !CALL.matcher(TEXT.matcher(expression).replaceAll("''")).find();
  }
}
