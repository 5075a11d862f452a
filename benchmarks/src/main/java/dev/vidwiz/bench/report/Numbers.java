package dev.vidwiz.bench.report;

import java.util.Locale;

/** Formats numbers with three significant digits. */
final class Numbers {

  private Numbers() {}

  static String of(double value) {
    String format = value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, format, value);
  }

  static String percent(double part) {
    return String.format(Locale.ROOT, "%.0f %%", part * 100);
  }

  static String errors(long count) {
    return count(count, count == 1 ? "error" : "errors");
  }

  static String count(long count, String noun) {
    return String.format(Locale.ROOT, "%,d %s", count, noun);
  }
}
