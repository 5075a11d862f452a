package dev.vidwiz.transfer.archive;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.transfer.table.TableWriter;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Inserts the rows of an archive into the tables. */
final class DatabaseSink implements ArchiveReader.Sink, AutoCloseable {

  private final Handle handle;
  private String table = "";
  private @Nullable TableWriter writer;

  DatabaseSink(Handle handle) {
    this.handle = handle;
  }

  @Override
  public void begin(ArchiveTable next) {
    flush();
    close();
    table = next.table().name();
    writer = new TableWriter(handle, next.table(), next.columns());
  }

  @Override
  public void row(List<@Nullable Object> row) {
    writing(open -> open.add(row));
  }

  /** Sends the pending rows. */
  void flush() {
    writing(TableWriter::flush);
  }

  @Override
  public void close() {
    if (writer != null) {
      writer.close();
    }
  }

  private void writing(Consumer<TableWriter> step) {
    if (writer == null) {
      return;
    }
    try {
      step.accept(writer);
    } catch (JdbiException e) {
      throw StorageException.broken("the database refused a row of the table " + table, e);
    }
  }
}
