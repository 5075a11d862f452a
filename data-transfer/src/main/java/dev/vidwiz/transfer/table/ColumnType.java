package dev.vidwiz.transfer.table;

import dev.vidwiz.domain.json.JsonText;
import java.time.Instant;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** The type of a column. */
public enum ColumnType {
  /** A 64-bit number that identifies a row. */
  ID(Long.class),
  TEXT(String.class),
  BOOLEAN(Boolean.class),
  INTEGER(Integer.class),
  /** A time in microseconds; finer digits are truncated. */
  INSTANT(Instant.class),
  /** A JSON document that is stored byte by byte as received. */
  JSON(JsonText.class),
  /**
   * A JSON document of which PostgreSQL keeps neither the white space nor the order of the keys.
   */
  JSONB(JsonText.class);

  private final Class<?> javaType;

  ColumnType(Class<?> javaType) {
    this.javaType = javaType;
  }

  /** Returns the Java class of the values. */
  public Class<?> javaType() {
    return javaType;
  }

  /** Reads a value. The JSON value {@code null} is a document; only the SQL NULL is none. */
  @Nullable Object read(RowView row, int position) {
    if (this != JSON && this != JSONB) {
      return row.getColumn(position, javaType);
    }
    String text = row.getColumn(position, String.class);
    return text == null ? null : new JsonText(text);
  }
}
