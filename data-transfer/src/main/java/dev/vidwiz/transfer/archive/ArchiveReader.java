package dev.vidwiz.transfer.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vidwiz.persistence.migration.Migrations;
import dev.vidwiz.transfer.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads an archive once, from its beginning to its end. Its check sums are verified when {@link
 * #readAll} returns, not before.
 */
final class ArchiveReader {

  /** For the lines other than rows. */
  static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /**
   * The last line of an archive.
   *
   * @param end a summary of each table
   * @param sha256 of all lines before; lower-case hex
   */
  record Trailer(List<TableSummary> end, String sha256) {}

  private static final String NOT_AN_ARCHIVE = "it is damaged, or not a VidWiz archive";

  private final ArchiveInput input;
  private final Progress progress;
  private final MessageDigest digest = Sha256.digest();
  private final Map<ArchiveTable, TableSummary> tables = new LinkedHashMap<>();

  /** The next line, and its number from 1. */
  private byte[] line;

  private long number = 1;

  /**
   * Reads the header.
   *
   * @throws BadArchiveException when this is not an archive, or when a newer program wrote it
   */
  ArchiveReader(InputStream source, Progress progress) {
    this.progress = progress;
    this.input = new ArchiveInput(source);
    byte[] first = input.next();
    line = first == null ? new byte[0] : first;
    convert(parse(), ArchiveHeader.class).check(Migrations.newest());
    advance();
  }

  /**
   * Reads all tables. For each, {@code action} calls {@link #readRows} once.
   *
   * @return the tables, and for each the summary of its rows
   * @throws BadArchiveException when the archive is incomplete or damaged
   */
  Map<ArchiveTable, TableSummary> readAll(Consumer<ArchiveTable> action) {
    while (true) {
      if (line[0] == '[') {
        throw new BadArchiveException("it has a row outside of a table");
      }
      JsonNode node = parse();
      if (node.has("end")) {
        verify(convert(node, Trailer.class));
        return tables;
      }
      action.accept(begin(ArchiveTable.parse(node)));
    }
  }

  /**
   * Reads all rows of a table.
   *
   * @throws BadArchiveException when the archive is incomplete or damaged
   */
  void readRows(ArchiveTable table, Consumer<List<@Nullable Object>> sink) {
    TableDigest tableDigest = new TableDigest(table.table().name(), progress);
    for (; line[0] == '['; advance()) {
      List<@Nullable Object> row = readRow(table.table());
      tableDigest.add(line);
      sink.accept(row);
    }
    tables.put(table, tableDigest.summary());
  }

  /** Returns the number of the line that is read now, from 1. */
  long lineNumber() {
    return number;
  }

  private List<@Nullable Object> readRow(Table table) {
    try {
      List<@Nullable Object> row = RowJson.read(table, line);
      RowRules.check(table, row);
      return row;
    } catch (BadArchiveException | IllegalArgumentException e) {
      throw new BadArchiveException("line " + number + ": " + e.getMessage());
    }
  }

  private ArchiveTable begin(ArchiveTable table) {
    if (tables.keySet().stream()
        .anyMatch(each -> each.table().name().equals(table.table().name()))) {
      throw new BadArchiveException("it has a table twice: " + table.table().name());
    }
    advance();
    return table;
  }

  private void advance() {
    digest.update(line);
    byte[] next = input.next();
    if (next == null) {
      throw new BadArchiveException("its end is missing");
    }
    line = next;
    number++;
  }

  private void verify(Trailer trailer) {
    if (!trailer.equals(new Trailer(List.copyOf(tables.values()), Sha256.hex(digest)))) {
      throw new BadArchiveException("it is damaged: its check sums do not match");
    }
    if (input.next() != null) {
      throw new BadArchiveException("it has data after its end");
    }
  }

  /** Parses a line other than a row. */
  private JsonNode parse() {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new BadArchiveException(NOT_AN_ARCHIVE);
    }
  }

  private static <T> T convert(JsonNode node, Class<T> type) {
    try {
      if (node.isObject()) {
        return JSON.treeToValue(node, type);
      }
    } catch (JsonProcessingException e) {
      // Reported below, like a line that is not an object.
    }
    throw new BadArchiveException(NOT_AN_ARCHIVE);
  }
}
