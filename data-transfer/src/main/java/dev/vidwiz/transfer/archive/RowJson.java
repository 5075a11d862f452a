package dev.vidwiz.transfer.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.transfer.table.Column;
import dev.vidwiz.transfer.table.ColumnType;
import dev.vidwiz.transfer.table.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A row as a line: an array with one value per column. Equal rows make equal lines. */
final class RowJson {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private RowJson() {}

  /**
   * Returns the line with its line feed.
   *
   * @throws StorageException when an archive cannot hold the row
   */
  static byte[] write(Table table, List<? extends @Nullable Object> row) {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    try (JsonGenerator generator = JSON.createGenerator(line)) {
      generator.writeStartArray();
      for (int i = 0; i < row.size(); i++) {
        write(generator, table.columns().get(i).type(), row.get(i));
      }
      generator.writeEndArray();
    } catch (IOException | RuntimeException e) {
      throw StorageException.broken(
          "the table %s has a row that an archive cannot represent: key %s"
              .formatted(table.name(), row.getFirst()),
          e);
    }
    line.write('\n');
    return line.toByteArray();
  }

  /**
   * Reads a line.
   *
   * @throws BadArchiveException when the values do not match the columns
   */
  static List<@Nullable Object> read(Table table, byte[] line) {
    List<@Nullable Object> row = new ArrayList<>(table.columns().size());
    try (JsonParser parser = JSON.createParser(line)) {
      next(parser, JsonToken.START_ARRAY);
      for (Column column : table.columns()) {
        row.add(read(parser, column.type()));
      }
      next(parser, JsonToken.END_ARRAY);
      next(parser, null);
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      // Without the cause, whose message may repeat values of the row.
      throw new BadArchiveException("it has a row that does not match the table " + table.name());
    }
    return row;
  }

  private static void write(JsonGenerator generator, ColumnType type, @Nullable Object value)
      throws IOException {
    if (value == null) {
      generator.writeNull();
      return;
    }
    switch (type) {
      case ID -> generator.writeNumber((long) value);
      case INTEGER -> generator.writeNumber((int) value);
      case BOOLEAN -> generator.writeBoolean((boolean) value);
      case TEXT, JSON -> generator.writeString(value.toString());
      case JSONB -> generator.writeString(CanonicalJson.of(value.toString()));
      case INSTANT -> generator.writeString(MICROSECONDS.format((Instant) value));
    }
  }

  private static @Nullable Object read(JsonParser parser, ColumnType type) throws IOException {
    if (parser.nextToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    return switch (type) {
      case ID -> expect(parser, JsonToken.VALUE_NUMBER_INT).getLongValue();
      case INTEGER -> expect(parser, JsonToken.VALUE_NUMBER_INT).getIntValue();
      case BOOLEAN -> parser.getBooleanValue();
      case TEXT -> expect(parser, JsonToken.VALUE_STRING).getText();
      case JSON, JSONB -> new JsonText(expect(parser, JsonToken.VALUE_STRING).getText());
      case INSTANT -> Instant.parse(expect(parser, JsonToken.VALUE_STRING).getText());
    };
  }

  private static void next(JsonParser parser, @Nullable JsonToken token) throws IOException {
    parser.nextToken();
    expect(parser, token);
  }

  private static JsonParser expect(JsonParser parser, @Nullable JsonToken token) {
    if (parser.currentToken() != token) {
      throw new IllegalArgumentException("not a value of the column");
    }
    return parser;
  }
}
