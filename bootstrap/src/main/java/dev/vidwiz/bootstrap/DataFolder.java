package dev.vidwiz.bootstrap;

import dev.vidwiz.bootstrap.settings.Writable;
import dev.vidwiz.persistence.settings.OwnerOnly;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

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
    refuse(folder, Writable.obstacleOfFolder(folder));
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
    refuse(file, Writable.obstacleOfFile(file));
  }

  private static void refuse(Path path, Optional<String> obstacle) {
    obstacle.ifPresent(
        why -> {
          throw cannotBeWritten(path, why);
        });
  }

  static CannotRun cannotBeWritten(Path path, IOException why) {
    return cannotBeWritten(path, Causes.innermost(why));
  }

  private static CannotRun cannotBeWritten(Path path, String why) {
    return new CannotRun(
        ExitStatus.CANNOT_CREATE,
        "cannot write to %s (%s). Set DATA_DIR, or DB_URL, to a writable location."
            .formatted(path, why));
  }
}
