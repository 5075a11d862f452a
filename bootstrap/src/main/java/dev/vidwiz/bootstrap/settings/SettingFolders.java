package dev.vidwiz.bootstrap.settings;

import static dev.vidwiz.bootstrap.settings.SettingTable.ADMIN_TOKEN;
import static dev.vidwiz.bootstrap.settings.SettingTable.DATA_DIR;
import static dev.vidwiz.bootstrap.settings.SettingTable.DB_URL;
import static dev.vidwiz.bootstrap.settings.SettingTable.ENVIRONMENT;
import static dev.vidwiz.bootstrap.settings.SettingTable.SECRET_KEY;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks that a server can make its folders, and write into them. */
public final class SettingFolders {

  /** The file of generated secrets in {@code DATA_DIR}. */
  public static final String SECRETS_FILE = "secrets.env";

  private SettingFolders() {}

  /**
   * Checks the folders that a server uses.
   *
   * @param settings without generated secrets
   * @throws BadSettings when one cannot be made or written into
   */
  public static void check(Settings settings) {
    List<Problem> problems = new ArrayList<>();
    if (settings.get(ENVIRONMENT) == Environment.LOCAL
        && (settings.find(SECRET_KEY).isEmpty() || settings.find(ADMIN_TOKEN).isEmpty())
        && !Files.exists(settings.get(DATA_DIR).resolve(SECRETS_FILE))) {
      obstacle(settings.get(DATA_DIR)).map(DATA_DIR::problem).ifPresent(problems::add);
    }
    if (settings.get(DB_URL) instanceof DatabaseUrl.Sqlite(Path file)) {
      Setting<?> named = settings.isGiven(DB_URL) ? DB_URL : DATA_DIR;
      Path folder = file.toAbsolutePath().getParent();
      (folder == null ? Optional.<String>empty() : obstacle(folder))
          .or(() -> obstacleOf(file))
          .map(named::problem)
          .filter(problem -> !problems.contains(problem))
          .ifPresent(problems::add);
    }
    if (!problems.isEmpty()) {
      throw new BadSettings(problems);
    }
  }

  private static Optional<String> obstacle(Path folder) {
    return Writable.obstacleOfFolder(folder)
        .map(why -> "must be a folder that can be made and written into: " + why);
  }

  private static Optional<String> obstacleOf(Path file) {
    return Writable.obstacleOfFile(file).map(why -> "must be a file that can be written: " + why);
  }
}
