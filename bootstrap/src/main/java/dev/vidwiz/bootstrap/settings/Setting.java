package dev.vidwiz.bootstrap.settings;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table of settings. Its value is had from {@link Settings}.
 *
 * @param <T> what the text becomes
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

  /** Sets the value in force where none is given. */
  Setting<T> otherwise(String text) {
    return otherwise(settings -> text);
  }

  /** Sets the value in force where none is given, which depends on rows further up. */
  Setting<T> otherwise(Function<Settings, @Nullable String> text) {
    fallback = text;
    return this;
  }

  /** Sets the name under which older deployments know this setting. */
  Setting<T> alsoAs(String other) {
    names = List.of(name, other);
    return this;
  }

  /** Sets a name that comes before the usual one. */
  Setting<T> ratherAs(String other) {
    names = List.of(other, name);
    return this;
  }

  /** Keeps blanks at either end, as older programs did: who uses the value knows both forms. */
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

  /** Returns the problem that this setting has, with its example. */
  Problem problem(String wrong) {
    return new Problem(name, wrong, name + "=" + example);
  }

  @Override
  public String toString() {
    return name;
  }
}
