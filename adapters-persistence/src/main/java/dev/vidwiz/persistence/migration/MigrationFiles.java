package dev.vidwiz.persistence.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.flywaydb.core.api.MigrationInfo;

/** Reads the files of migrations from the class path. */
final class MigrationFiles {

  private MigrationFiles() {}

  /** Returns the version and the description, such as {@code V003 rate limits}. */
  static String name(MigrationInfo migration) {
    return "V" + migration.getVersion() + " " + migration.getDescription();
  }

  /** Returns the text of a file. */
  static String read(String path) {
    try (InputStream file = MigrationFiles.class.getClassLoader().getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalArgumentException("there is no file " + path);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
