package dev.vidwiz.bootstrap;

import dev.vidwiz.bootstrap.settings.Settings;
import java.util.List;

/** {@code vidwiz config}: prints the current settings and their sources. */
final class Config {

  private Config() {}

  static int run(List<String> args) {
    Command.expectNone(args);
    Settings settings = ProgramSettings.read();
    for (Settings.Shown setting : settings.shown()) {
      System.out.println(line(setting).stripTrailing());
    }
    settings.warnings().forEach(warning -> System.err.println("WARNING: " + warning));
    return ExitStatus.OK;
  }

  private static String line(Settings.Shown setting) {
    return setting.value() == null
        ? "%-26s (not set)".formatted(setting.name())
        : "%-26s %s  (%s)".formatted(setting.name(), setting.value(), setting.origin());
  }
}
