package dev.vidwiz.transfer.archive;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.transfer.table.Column;
import dev.vidwiz.transfer.table.Table;
import dev.vidwiz.transfer.table.WholeDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The rows of a database as the lines of an archive. */
record Rows(WholeDatabase database) {

  /** Takes a line. */
  interface Sink {
    void line(byte[] line) throws IOException;
  }

  /** Hands on the lines in the order of their key, and returns all in brief. */
  TableTotal tally(Table table, List<Column> columns, Progress progress, Sink sink) {
    Tally tally = new Tally(table.name(), progress);
    database.forEachRow(
        table,
        columns,
        row -> {
          byte[] line = line(table, columns, row);
          tally.add(line);
          try {
            sink.line(line);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return tally.total();
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
