package dev.vidwiz.bootstrap.settings;

/** How the text of a setting is read, and what of it may be shown. */
interface Kind<T> {

  /** Reads a text that is not blank. The message of a {@link BadValue} never tells a secret. */
  T parse(String text) throws BadValue;

  /** Returns the text as people may see it. */
  default String show(String text) {
    return text;
  }

  /** Tells whether a blank at either end is part of the value. */
  default boolean keepsBlanks() {
    return false;
  }
}
