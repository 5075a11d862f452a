package dev.vidwiz.bench.report;

/** Formats text as HTML. */
final class Html {

  private Html() {}

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Returns a change, colored by its assessment. */
  static String badge(Change change) {
    return "<span class=\"%s\">%s</span>"
        .formatted(
            switch (change.verdict()) {
              case BETTER -> "better";
              case SAME -> "same";
              case WORSE -> "worse";
            },
            change.text());
  }
}
