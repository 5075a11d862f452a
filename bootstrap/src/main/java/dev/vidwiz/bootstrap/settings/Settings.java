package dev.vidwiz.bootstrap.settings;

import dev.vidwiz.domain.input.Blank;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings in force, all of them valid. Immutable once it has been read. */
public final class Settings {

  /** A value in force, its text as people may see it, and where it comes from. */
  private record Entry<T>(T value, String shown, String origin) {}

  /** A text that is not blank. */
  private record Given(String text, String origin) {}

  /**
   * A setting as people may see it.
   *
   * @param value null when it is not set
   */
  public record Shown(String name, @Nullable String value, String origin) {}

  private static final String DEFAULT = "default";

  private final Map<Setting<?>, Entry<?>> entries = new LinkedHashMap<>();

  private Settings() {}

  /**
   * Reads each setting of the table from the first source that has it. A blank value counts as
   * none.
   *
   * @throws BadSettings when a value is wrong, a needed one is missing, or two do not go together
   */
  public static Settings read(List<Source> sources) {
    Settings settings = new Settings();
    List<Problem> problems = new ArrayList<>();
    sources.forEach(source -> problems.addAll(source.problems()));
    for (Setting<?> setting : SettingTable.ROWS) {
      settings.add(setting, sources, problems);
    }
    problems.addAll(SettingRules.check(settings));
    if (!problems.isEmpty()) {
      throw new BadSettings(problems);
    }
    return settings;
  }

  /** Returns the value of a setting that always has one. */
  public <T> T get(Setting<T> setting) {
    return find(setting).orElseThrow(() -> new IllegalArgumentException(setting + " is not set"));
  }

  /** Returns the value of a setting that may not be set. */
  @SuppressWarnings("unchecked") // Each entry stands under the setting that its value is of.
  public <T> Optional<T> find(Setting<T> setting) {
    return Optional.ofNullable((Entry<T>) entries.get(setting)).map(Entry::value);
  }

  /** Tells people where the value comes from, or that there is none. */
  public String origin(Setting<?> setting) {
    Entry<?> entry = entries.get(setting);
    return entry == null ? "not set" : entry.origin();
  }

  /** Tells whether the value is somebody's, not the default. */
  boolean isGiven(Setting<?> setting) {
    Entry<?> entry = entries.get(setting);
    return entry != null && !entry.origin().equals(DEFAULT);
  }

  /** Returns what is allowed but risky, one sentence each. */
  public List<String> warnings() {
    return SettingRules.warnings(this);
  }

  /** Returns all settings in the order of the table, secrets masked. */
  public List<Shown> shown() {
    return SettingTable.ROWS.stream().map(this::show).toList();
  }

  private Shown show(Setting<?> setting) {
    Entry<?> entry = entries.get(setting);
    return entry == null
        ? new Shown(setting.name(), null, DEFAULT)
        : new Shown(setting.name(), entry.shown(), entry.origin());
  }

  private void add(Setting<?> setting, List<Source> sources, List<Problem> problems) {
    Optional<Given> given = given(setting, sources);
    if (given.isPresent() && parse(setting, given.get(), problems)) {
      return;
    }
    // A wrong value is replaced too, so that what depends on it can be checked as well.
    String fallback = setting.fallback(this);
    if (fallback != null) {
      parse(setting, new Given(fallback, DEFAULT), problems);
    }
  }

  private <T> boolean parse(Setting<T> setting, Given given, List<Problem> problems) {
    try {
      T value = setting.kind().parse(given.text());
      String shown = setting.kind().show(given.text(), value);
      entries.put(setting, new Entry<>(value, shown, given.origin()));
      return true;
    } catch (BadValue e) {
      problems.add(setting.problem(e.getMessage()));
      return false;
    }
  }

  private static Optional<Given> given(Setting<?> setting, List<Source> sources) {
    return sources.stream()
        .flatMap(source -> setting.names().flatMap(name -> given(setting, source, name).stream()))
        .findFirst();
  }

  private static Optional<Given> given(Setting<?> setting, Source source, String name) {
    String text = source.values().get(name);
    if (text == null || Blank.isBlank(text)) {
      return Optional.empty();
    }
    String origin = source.name() + (name.equals(setting.name()) ? "" : ", as " + name);
    return Optional.of(new Given(setting.isTrimmed() ? Blank.strip(text) : text, origin));
  }
}
