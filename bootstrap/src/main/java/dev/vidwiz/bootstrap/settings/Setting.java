package dev.vidwiz.bootstrap.settings;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table of settings. {@link Settings} has its value.
 *
 * @param <T> the type of the value
 */
public final class Setting<T> {

  private final String name;
  private final Kind<T> kind;
  private final String example;
  private List<String> names;
  private boolean trimmed = true;
  private Function<Settings, @Nullable String> fallback = settings -> null;

  Setting(String name, Kind<T> kind, String example) {
    this.name = name;
    this.names = List.of(name);
    this.kind = kind;
    this.example = example;
  }

  /** Sets the default. */
  Setting<T> otherwise(String text) {
    return otherwise(settings -> text);
  }

  /** Sets a default that depends on earlier rows. */
  Setting<T> otherwise(Function<Settings, @Nullable String> text) {
    fallback = text;
    return this;
  }

  /** Adds a name that older deployments use. */
  Setting<T> alsoAs(String other) {
    names = List.of(name, other);
    return this;
  }

  /** Adds a name that takes precedence. */
  Setting<T> ratherAs(String other) {
    names = List.of(other, name);
    return this;
  }

  /**
   * Keeps surrounding blanks, as older programs did; the code that uses the value accepts both
   * forms.
   */
  Setting<T> untrimmed() {
    trimmed = false;
    return this;
  }

  /** Returns the name of the variable. */
  public String name() {
    return name;
  }

  Stream<String> names() {
    return names.stream();
  }

  boolean isTrimmed() {
    return trimmed;
  }

  Kind<T> kind() {
    return kind;
  }

  @Nullable String fallback(Settings above) {
    return fallback.apply(above);
  }

  /** Returns a problem of this setting, with its example. */
  Problem problem(String wrong) {
    return new Problem(name, wrong, name + "=" + example);
  }

  @Override
  public String toString() {
    return name;
  }
}
