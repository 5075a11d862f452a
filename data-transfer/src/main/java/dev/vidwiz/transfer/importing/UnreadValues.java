package dev.vidwiz.transfer.importing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds what an import has not read, by the catalog of the old database. */
final class UnreadValues {

  private final Source source;
  private final Map<String, Set<String>> read;

  /**
   * Compares a database with what was read of it.
   *
   * @param read the columns that were read, by table
   */
  UnreadValues(Source source, Map<String, Set<String>> read) {
    this.source = source;
    this.read = read;
  }

  /** Returns the tables and columns with values, counted by one statement for each table. */
  List<LeftBehind> find() {
    Map<String, List<SourceColumn>> tables =
        source.catalog().stream()
            .collect(groupingBy(SourceColumn::table, LinkedHashMap::new, toList()));
    source.limitWaiting();
    return tables.entrySet().stream()
        .flatMap(table -> find(table.getKey(), table.getValue()))
        .filter(left -> left.rows() == null || left.rows() > 0)
        .toList();
  }

  private Stream<LeftBehind> find(String table, List<SourceColumn> columns) {
    Set<String> known = read.get(table);
    if (known == null) {
      Long rows = counts(table, List.of("count(*)")).map(List::getFirst).orElse(null);
      return Stream.of(new LeftBehind(table, null, rows));
    }
    List<SourceColumn> unread =
        columns.stream().filter(column -> !known.contains(column.name())).toList();
    if (unread.isEmpty()) {
      return Stream.empty();
    }
    Optional<List<Long>> counts = counts(table, unread.stream().map(source::countOf).toList());
    return IntStream.range(0, unread.size())
        .mapToObj(
            i ->
                new LeftBehind(
                    table, unread.get(i).name(), counts.map(each -> each.get(i)).orElse(null)));
  }

  private Optional<List<Long>> counts(String table, List<String> expressions) {
    String named =
        IntStream.range(0, expressions.size())
            .mapToObj(i -> expressions.get(i) + " AS n" + i)
            .collect(joining(", "));
    return source.tryNumbers(
        "SELECT " + named + " FROM " + SourceKind.quoted(table), expressions.size());
  }
}
