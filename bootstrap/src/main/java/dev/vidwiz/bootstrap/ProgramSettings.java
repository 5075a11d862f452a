package dev.vidwiz.bootstrap;

import static dev.vidwiz.bootstrap.settings.SettingTable.DATA_DIR;

import dev.vidwiz.bootstrap.settings.DotEnv;
import dev.vidwiz.bootstrap.settings.Environment;
import dev.vidwiz.bootstrap.settings.SettingTable;
import dev.vidwiz.bootstrap.settings.Settings;
import dev.vidwiz.bootstrap.settings.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The settings of this process. */
final class ProgramSettings {

  private static final String DOT_ENV = ".env";

  private ProgramSettings() {}

  /**
   * Reads the environment and what adds to it: {@code .env} in the working folder and, where the
   * server makes its own secrets, those that it has made. Sets up the log as they say.
   */
  static Settings read() {
    return read(false);
  }

  /**
   * Like {@link #read}, having made the secrets that a local server lacks.
   *
   * @throws CannotRun when they cannot be made
   */
  static Settings readForServer() {
    return read(true);
  }

  private static Settings read(boolean forServer) {
    List<Source> given = List.of(Source.environment(), DotEnv.read(Path.of(DOT_ENV), DOT_ENV));
    Settings settings = Settings.read(given);
    if (makesOwnSecrets(settings)) {
      LocalSecrets secrets = new LocalSecrets(settings.get(DATA_DIR));
      if (forServer) {
        secrets.make();
      }
      settings = Settings.read(Stream.concat(given.stream(), Stream.of(secrets.read())).toList());
      if (forServer && makesOwnSecrets(settings)) {
        throw secrets.incomplete();
      }
    }
    Logging.configure(settings);
    return settings;
  }

  /** Tells whether secrets may be, and are to be, made by the server itself. */
  private static boolean makesOwnSecrets(Settings settings) {
    return settings.get(SettingTable.ENVIRONMENT) == Environment.LOCAL
        && (settings.find(SettingTable.SECRET_KEY).isEmpty()
            || settings.find(SettingTable.ADMIN_TOKEN).isEmpty());
  }
}
