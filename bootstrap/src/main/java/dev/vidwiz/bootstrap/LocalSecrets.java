package dev.vidwiz.bootstrap;

import dev.vidwiz.bootstrap.settings.DotEnv;
import dev.vidwiz.bootstrap.settings.SettingTable;
import dev.vidwiz.bootstrap.settings.Source;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The secrets that a local server has made for itself, in a file that only its owner may read. */
final class LocalSecrets {

  static final String FILE = "secrets.env";

  private static final int SECRET_BYTES = 32;

  private final Path folder;
  private final Path file;

  LocalSecrets(Path dataDir) {
    this.folder = dataDir;
    this.file = dataDir.resolve(FILE);
  }

  /** Returns the secrets; none when they have not been made. */
  Source read() {
    return DotEnv.read(file, file.toString());
  }

  /**
   * Makes the file unless it is there. It appears whole or not at all, and of several servers that
   * start at once all use the first one's.
   *
   * @throws CannotRun when the folder cannot be written
   */
  void make() {
    if (Files.exists(file)) {
      return;
    }
    try {
      DataFolder.create(folder);
      // Made with mode 600.
      Path draft = Files.createTempFile(folder, FILE, null);
      try {
        Files.writeString(draft, text());
        Files.createLink(file, draft);
      } catch (FileAlreadyExistsException e) {
        // Another server was first.
      } finally {
        Files.delete(draft);
      }
    } catch (IOException e) {
      throw DataFolder.cannotBeWritten(folder, e);
    }
  }

  /** Returns what to tell a person who has taken something out of the file. */
  CannotRun incomplete() {
    return new CannotRun(
        ExitStatus.CONFIGURATION,
        ("%s must hold SECRET_KEY and ADMIN_TOKEN. Add what is missing, or"
                + " remove the file to have both made anew.")
            .formatted(file));
  }

  private static String text() {
    return """
    # Made by vidwiz serve. Whoever knows these acts as any user, and as the administrator.
    %s=%s
    %s=%s
    """
        .formatted(SettingTable.SECRET_KEY, random(), SettingTable.ADMIN_TOKEN, random());
  }

  private static String random() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
