package dev.vidwiz.bootstrap.settings;

import dev.vidwiz.domain.input.Blank;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The current settings, all valid. Immutable after {@link #read}. */
public final class Settings {

  /** A value, its text with secrets masked, and its source. */
  private record Entry<T>(T value, String shown, String origin) {}

  /** A text that is not blank, and its source. */
  private record Given(String text, String origin) {}

  /**
   * A setting with secrets masked.
   *
   * @param value null when it is not set
   */
  public record Shown(String name, @Nullable String value, String origin) {}

  private static final String DEFAULT = "default";

  private final Map<Setting<?>, Entry<?>> entries = new LinkedHashMap<>();
  private final List<Source> sources;

  private Settings(List<Source> sources) {
    this.sources = sources;
  }

  /**
   * Reads each setting of the table from the first source that has it. A blank value counts as not
   * set.
   *
   * @throws BadSettings when a value is invalid, a required one is missing, or two contradict each
   *     other
   */
  public static Settings read(List<Source> sources) {
    return read(sources, true);
  }

  /**
   * Like {@link #read}, for programs that use no secret of a server: none is required.
   *
   * @throws BadSettings when a value is invalid, or two contradict each other
   */
  public static Settings readWithoutSecrets(List<Source> sources) {
    return read(sources, false);
  }

  private static Settings read(List<Source> sources, boolean requireSecrets) {
    Settings settings = new Settings(List.copyOf(sources));
    List<Problem> problems = new ArrayList<>();
    sources.forEach(source -> problems.addAll(source.problems()));
    for (Setting<?> setting : SettingTable.ROWS) {
      settings.add(setting, sources, problems);
    }
    if (requireSecrets) {
      problems.addAll(SettingRules.missingSecrets(settings));
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
  @SuppressWarnings("unchecked") // The value of each entry has the type of its setting.
  public <T> Optional<T> find(Setting<T> setting) {
    return Optional.ofNullable((Entry<T>) entries.get(setting)).map(Entry::value);
  }

  /** Returns the source of the value for messages, or that it is not set. */
  public String origin(Setting<?> setting) {
    Entry<?> entry = entries.get(setting);
    return entry == null ? "not set" : entry.origin();
  }

  /** Returns whether the value is given, not the default. */
  public boolean isGiven(Setting<?> setting) {
    Entry<?> entry = entries.get(setting);
    return entry != null && !entry.origin().equals(DEFAULT);
  }

  /** Returns warnings about risky settings and misspelt names, one sentence each. */
  public List<String> warnings() {
    return Stream.concat(
            SettingRules.warnings(this).stream(), UnknownNames.warnings(this, sources).stream())
        .toList();
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
    // An invalid value is also replaced, so that settings that depend on it can be checked.
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
