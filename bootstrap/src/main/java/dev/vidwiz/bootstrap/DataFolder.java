package dev.vidwiz.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that holds what the server keeps outside a database server. */
final class DataFolder {

  private DataFolder() {}

  /**
   * Creates the folder unless it is there.
   *
   * @throws CannotRun when it cannot be written to
   */
  static void create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw cannotBeWritten(folder, e);
    }
    if (!Files.isWritable(folder)) {
      throw cannotBeWritten(folder, new IOException("permission denied"));
    }
  }

  static CannotRun cannotBeWritten(Path folder, IOException why) {
    return new CannotRun(
        ExitStatus.CANNOT_CREATE,
        "cannot write to the folder %s (%s: %s). Set DATA_DIR, or DB_URL, to a place that can be."
            .formatted(folder, why.getClass().getSimpleName(), why.getMessage()));
  }
}
