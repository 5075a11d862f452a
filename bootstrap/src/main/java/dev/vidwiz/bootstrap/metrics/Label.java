package dev.vidwiz.bootstrap.metrics;

import java.util.Locale;

/** How our constants are written as values of labels. */
final class Label {

  private Label() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
