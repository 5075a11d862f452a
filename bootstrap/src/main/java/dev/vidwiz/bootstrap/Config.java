package dev.vidwiz.bootstrap;

import dev.vidwiz.bootstrap.network.UnresolvedHosts;
import dev.vidwiz.bootstrap.settings.Settings;
import java.util.List;
import java.util.Set;

/**
 * {@code vidwiz config}: prints the current settings and their sources. With {@code --check}, also
 * checks whether a server could work with them on this machine.
 */
final class Config {

  private static final String CHECK = "--check";

  private static final Arguments.Form ARGUMENTS =
      new Arguments.Form(
          """
          usage: vidwiz config [--check]
            --check also checks folders and the names of hosts, and fails if one cannot be used\
          """,
          List.of(),
          Set.of(CHECK),
          Set.of());

  private Config() {}

  static int run(List<String> args) {
    boolean checks = ARGUMENTS.parse(args).has(CHECK);
    Settings settings = checks ? ProgramSettings.readAndCheck() : ProgramSettings.read();
    for (Settings.Shown setting : settings.shown()) {
      System.out.println(line(setting).stripTrailing());
    }
    settings.warnings().forEach(warning -> System.err.println("WARNING: " + warning));
    return checks ? checkHosts(settings) : ExitStatus.OK;
  }

  private static int checkHosts(Settings settings) {
    List<String> unresolved = UnresolvedHosts.find(settings);
    unresolved.forEach(host -> System.err.println("vidwiz: " + host));
    return unresolved.isEmpty() ? ExitStatus.OK : ExitStatus.CONFIGURATION;
  }

  private static String line(Settings.Shown setting) {
    return setting.value() == null
        ? "%-26s (not set)".formatted(setting.name())
        : "%-26s %s  (%s)".formatted(setting.name(), setting.value(), setting.origin());
  }
}
