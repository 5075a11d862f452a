package dev.vidwiz.bootstrap.settings;

import java.util.function.BiFunction;

/** The type of a setting: parses its text and masks its secrets. */
@FunctionalInterface
interface Kind<T> {

  /**
   * Parses a text that is not blank.
   *
   * @throws BadValue when the text is not valid
   */
  T parse(String text);

  /** Returns a valid text with secrets masked. */
  default String show(String text, T value) {
    return text;
  }

  /** Returns this type with another function for {@link #show}. */
  default Kind<T> shownAs(BiFunction<String, T, String> shown) {
    Kind<T> kind = this;
    return new Kind<>() {
      @Override
      public T parse(String text) {
        return kind.parse(text);
      }

      @Override
      public String show(String text, T value) {
        return shown.apply(text, value);
      }
    };
  }
}
