package dev.vidwiz.transfer.table;

import dev.vidwiz.domain.json.JsonText;
import java.time.Instant;

/** What a column holds. */
public enum ColumnType {
  /** A 64-bit number that names a row. */
  ID(Long.class),
  TEXT(String.class),
  BOOLEAN(Boolean.class),
  INTEGER(Integer.class),
  /** Microseconds; what is finer is cut. */
  INSTANT(Instant.class),
  /** A document that is kept byte by byte as it came. */
  JSON(JsonText.class),
  /**
   * A document of which PostgreSQL keeps the meaning only: not its blanks, nor the order of keys.
   */
  JSONB(JsonText.class);

  private final Class<?> javaType;

  ColumnType(Class<?> javaType) {
    this.javaType = javaType;
  }

  /** Returns the class of the values. */
  public Class<?> javaType() {
    return javaType;
  }
}
