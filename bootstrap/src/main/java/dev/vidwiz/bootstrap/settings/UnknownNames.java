package dev.vidwiz.bootstrap.settings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds names that are not settings and look like one, such as {@code DB_POOLSIZE}. */
final class UnknownNames {

  private UnknownNames() {}

  /** Returns one sentence for each name. One whose setting is given was meant for others. */
  static List<String> warnings(Settings settings, List<Source> sources) {
    Set<String> known =
        SettingTable.ROWS.stream().flatMap(Setting::names).collect(Collectors.toSet());
    Set<String> given =
        SettingTable.ROWS.stream()
            .filter(settings::isGiven)
            .map(Setting::name)
            .collect(Collectors.toSet());
    SimilarNames similar = new SimilarNames(SettingTable.ROWS);
    return sources.stream()
        .flatMap(
            source ->
                source.values().keySet().stream()
                    .filter(name -> !known.contains(name))
                    .sorted()
                    .flatMap(name -> warning(source, name, similar.nearest(name), given).stream()))
        .toList();
  }

  private static Optional<String> warning(
      Source source, String name, Optional<String> nearest, Set<String> given) {
    return nearest
        .filter(setting -> !given.contains(setting))
        .map(
            setting ->
                "%s (%s) is not a setting and is ignored: is it meant to be %s?"
                    .formatted(name, source.name(), setting));
  }
}
