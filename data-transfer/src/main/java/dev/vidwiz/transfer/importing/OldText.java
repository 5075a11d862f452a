package dev.vidwiz.transfer.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidwiz.domain.input.TextRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads texts of the old server, and removes what PostgreSQL cannot store. */
final class OldText {

  private static final char REPLACEMENT = '\uFFFD';
  private static final String LONE_SURROGATE = "\uD800";

  private OldText() {}

  /**
   * Reads a value of any type as text, with a lone surrogate for an invalid UTF-8 sequence.
   * SQLite's driver replaces these by U+FFFD, which can also be in the text itself.
   */
  static @Nullable String read(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    return text == null
            || text.indexOf(REPLACEMENT) < 0
            || Arrays.equals(text.getBytes(UTF_8), row.getBytes(column))
        ? text
        : text.replace(String.valueOf(REPLACEMENT), LONE_SURROGATE);
  }

  /** Removes NUL characters and replaces lone surrogates by U+FFFD. */
  static String storable(String text) {
    return TextRule.isStorable(text)
        ? text
        : text.codePoints()
            .filter(c -> c != 0)
            .map(c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }
}
