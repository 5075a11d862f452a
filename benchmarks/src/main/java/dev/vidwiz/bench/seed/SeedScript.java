package dev.vidwiz.bench.seed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** The statements that fill one kind of database. */
record SeedScript(String sql) {

  /** The source of the texts of notes, summaries and descriptions. */
  private static final String PROSE =
      """
      'Here he comes back to the question of the beginning, and this time with an answer: what is \
      written once and read often should be kept where the reader is, and what is written often \
      should be kept where it is cheap to change. The drawing on the left is worth a second look; \
      compare it with the one from the first lecture, where the arrow still points the other way. \
      Do the exercise at the end before going on, it takes ten minutes and the next part needs it.'\
      """;

  /** Reads {@code sqlite.sql} or {@code postgres.sql}. */
  static SeedScript of(String file, Sizes sizes) {
    try (InputStream in = SeedScript.class.getResourceAsStream(file)) {
      String template =
          new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
      return new SeedScript(
          template
              .replace(":users", String.valueOf(sizes.users()))
              .replace(":notes", String.valueOf(sizes.notes()))
              .replace(":videos", String.valueOf(sizes.videos()))
              .replace(":complete", String.valueOf(sizes.completeVideos()))
              .replace(":prose", PROSE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void run(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : sql.split(";\n", -1)) {
        if (!each.isBlank()) {
          statement.execute(each);
        }
      }
    }
  }
}
