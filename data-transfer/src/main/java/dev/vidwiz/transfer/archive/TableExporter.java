package dev.vidwiz.transfer.archive;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.transfer.table.Column;
import dev.vidwiz.transfer.table.DatabaseSession;
import dev.vidwiz.transfer.table.Table;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Writes the rows of a table as lines of an archive. */
record TableExporter(DatabaseSession database) {

  /** Passes on one line per row, sorted by the primary key, and returns their summary. */
  TableSummary export(Table table, List<Column> columns, Progress progress, Consumer<byte[]> sink) {
    TableDigest tableDigest = new TableDigest(table.name(), progress);
    database.forEachRow(
        table,
        columns,
        row -> {
          byte[] line = line(table, columns, row);
          tableDigest.add(line);
          sink.accept(line);
        });
    return tableDigest.summary();
  }

  private static byte[] line(Table table, List<Column> columns, List<?> row) {
    try {
      return RowJson.write(columns, row);
    } catch (IOException | RuntimeException e) {
      throw StorageException.broken(
          "the table " + table.name() + " holds a row that no archive can: key " + row.getFirst(),
          e);
    }
  }
}
