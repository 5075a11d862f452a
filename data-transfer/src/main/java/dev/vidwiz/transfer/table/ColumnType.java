package dev.vidwiz.transfer.table;

import dev.vidwiz.domain.json.JsonText;
import java.time.Instant;

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
}
