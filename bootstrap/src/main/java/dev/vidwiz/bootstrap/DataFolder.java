package dev.vidwiz.bootstrap;

import dev.vidwiz.persistence.settings.OwnerOnly;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Creates the folders for the files of the server, and checks that they are writable. */
final class DataFolder {

  private DataFolder() {}

  /**
   * Creates the folder if it does not exist, accessible only to this user.
   *
   * @throws CannotRun when it cannot be written to
   */
  static void create(Path folder) {
    try {
      OwnerOnly.createFolders(folder);
    } catch (IOException e) {
      throw cannotBeWritten(folder, e);
    }
    checkWritable(folder);
  }

  /**
   * Creates the folder of a file if it does not exist.
   *
   * @throws CannotRun when the folder or the file cannot be written to
   */
  static void prepareFor(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      create(folder);
    }
    if (Files.exists(file)) {
      checkWritable(file);
    }
  }

  private static void checkWritable(Path path) {
    if (!Files.isWritable(path)) {
      throw cannotBeWritten(path, new AccessDeniedException(path.toString()));
    }
  }

  static CannotRun cannotBeWritten(Path path, IOException why) {
    return new CannotRun(
        ExitStatus.CANNOT_CREATE,
        "cannot write to %s (%s). Set DATA_DIR, or DB_URL, to a writable location."
            .formatted(path, Causes.innermost(why)));
  }
}
