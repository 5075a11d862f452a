package dev.vidwiz.transfer.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vidwiz.persistence.migration.Migrations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an archive once, from its beginning to its end. Its check sums are verified when {@link
 * #readAll} returns, not before.
 */
final class ArchiveReader {

  /** Receives each table, followed by its rows. */
  interface Sink {

    default void begin(ArchiveTable table) {}

    default void row(List<@Nullable Object> row) {}
  }

  /** The tables that were read, and for each the summary of its rows. */
  record Content(List<ArchiveTable> tables, List<TableSummary> summaries) {}

  private static final JsonMapper JSON = new JsonMapper();

  private final ArchiveInput input;
  private final Progress progress;
  private final MessageDigest digest = Sha256.digest();
  private final List<ArchiveTable> tables = new ArrayList<>();
  private final List<TableSummary> summaries = new ArrayList<>();
  private @Nullable TableDigest tableDigest;

  /**
   * Reads the header.
   *
   * @throws BadArchiveException when this is not an archive, or one of a newer program
   */
  ArchiveReader(InputStream source, Progress progress) {
    this.progress = progress;
    try {
      this.input = new ArchiveInput(source);
      byte[] first = input.next();
      ArchiveHeader.check(parse(first == null ? new byte[0] : first), Migrations.newest());
      digest.update(first);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads all tables.
   *
   * @throws BadArchiveException when the archive is incomplete or damaged
   */
  Content readAll(Sink sink) {
    try {
      for (byte[] line = input.next(); line != null; line = input.next()) {
        if (line[0] == '[') {
          row(line, sink);
        } else {
          JsonNode node = parse(line);
          if (node.has(Trailer.KEY)) {
            return end(Trailer.parse(node));
          }
          begin(ArchiveTable.parse(node), sink);
        }
        digest.update(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new BadArchiveException("its end is missing");
  }

  private void begin(ArchiveTable table, Sink sink) {
    endTable();
    if (tables.stream().anyMatch(each -> each.table().equals(table.table()))) {
      throw new BadArchiveException("it has a table twice: " + table.table().name());
    }
    tables.add(table);
    tableDigest = new TableDigest(table.table().name(), progress);
    sink.begin(table);
  }

  private void row(byte[] line, Sink sink) {
    if (tableDigest == null) {
      throw new BadArchiveException("it has a row that is of no table");
    }
    List<@Nullable Object> row = RowJson.read(tables.getLast(), line);
    tableDigest.add(line);
    sink.row(row);
  }

  private Content end(Trailer trailer) throws IOException {
    endTable();
    if (!trailer.equals(new Trailer(summaries, Sha256.hex(digest)))) {
      throw new BadArchiveException(
          "it is damaged: the check sums at its end are of something else");
    }
    if (input.next() != null) {
      throw new BadArchiveException("it goes on after its end");
    }
    return new Content(tables, summaries);
  }

  private void endTable() {
    if (tableDigest != null) {
      summaries.add(tableDigest.summary());
    }
    tableDigest = null;
  }

  /** Parses a line other than a row. */
  private static JsonNode parse(byte[] line) throws IOException {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new BadArchiveException("it is damaged, or no archive of VidWiz");
    }
  }
}
