package dev.vidwiz.bootstrap;

import static dev.vidwiz.bootstrap.settings.SettingTable.DATA_DIR;
import static dev.vidwiz.bootstrap.settings.SettingTable.TZ;

import dev.vidwiz.bootstrap.settings.DotEnv;
import dev.vidwiz.bootstrap.settings.Environment;
import dev.vidwiz.bootstrap.settings.SettingFolders;
import dev.vidwiz.bootstrap.settings.SettingTable;
import dev.vidwiz.bootstrap.settings.Settings;
import dev.vidwiz.bootstrap.settings.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.TimeZone;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The settings of this process. */
final class ProgramSettings {

  private static final String DOT_ENV = ".env";

  private ProgramSettings() {}

  /**
   * Reads the environment, {@code .env} in the working folder and, for a local server, the
   * generated secrets. Configures the log.
   */
  static Settings read() {
    return read(settings -> {}, false);
  }

  /** Like {@link #read}, for commands that use no secret of a server and therefore require none. */
  static Settings readWithoutSecrets() {
    return applied(Settings.readWithoutSecrets(given()));
  }

  /**
   * Like {@link #read}, and checks that a server can work with the settings on this machine.
   *
   * @throws dev.vidwiz.bootstrap.settings.BadSettings also when a folder cannot be made
   */
  static Settings readAndCheck() {
    return read(SettingFolders::check, false);
  }

  /**
   * Like {@link #readAndCheck}, but first generates missing secrets of a local server.
   *
   * @throws CannotRun when they cannot be stored
   */
  static Settings readForServer() {
    return read(SettingFolders::check, true);
  }

  private static Settings read(Consumer<Settings> check, boolean forServer) {
    List<Source> given = given();
    Settings settings = Settings.read(given);
    check.accept(settings);
    if (generatesSecrets(settings)) {
      LocalSecrets secrets = new LocalSecrets(settings.get(DATA_DIR));
      if (forServer) {
        secrets.create();
      }
      settings = Settings.read(Stream.concat(given.stream(), Stream.of(secrets.read())).toList());
      if (forServer && generatesSecrets(settings)) {
        throw secrets.incomplete();
      }
    }
    return applied(settings);
  }

  /** Applies what holds for the whole process. */
  private static Settings applied(Settings settings) {
    settings.find(TZ).map(TimeZone::getTimeZone).ifPresent(TimeZone::setDefault);
    Logging.configure(settings);
    return settings;
  }

  private static List<Source> given() {
    return List.of(Source.environment(), DotEnv.read(Path.of(DOT_ENV), DOT_ENV));
  }

  /** Returns whether the server generates its secrets: it is local, and a secret is not set. */
  private static boolean generatesSecrets(Settings settings) {
    return settings.get(SettingTable.ENVIRONMENT) == Environment.LOCAL
        && (settings.find(SettingTable.SECRET_KEY).isEmpty()
            || settings.find(SettingTable.ADMIN_TOKEN).isEmpty());
  }
}
