package dev.vidwiz.bootstrap.settings;

import java.util.function.BiFunction;

/** How the text of a setting is read, and what of it may be shown. */
@FunctionalInterface
interface Kind<T> {

  /**
   * Reads a text that is not blank.
   *
   * @throws BadValue when it is not of this kind
   */
  T parse(String text);

  /** Returns a valid text as people may see it. */
  default String show(String text, T value) {
    return text;
  }

  /** Returns the same kind, shown as the function says. */
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
