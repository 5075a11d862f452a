package dev.vidwiz.bench.report;

/** Text on a page. */
final class Html {

  private Html() {}

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** How a change looks, coloured by what it means. */
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
