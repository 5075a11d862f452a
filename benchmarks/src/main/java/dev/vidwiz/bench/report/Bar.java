package dev.vidwiz.bench.report;

import java.util.Locale;

/**
 * A value drawn as a bar.
 *
 * @param inner a smaller value, drawn darker within the bar; 0 for none
 * @param text the text beside the bar
 */
record Bar(double value, double inner, String text) {

  Bar(double value, String text) {
    this(value, 0, text);
  }

  /**
   * Returns the bar as HTML.
   *
   * @param full the value of the longest bar
   * @param more HTML after the text
   */
  String html(String style, double full, String more) {
    return String.format(
        Locale.ROOT,
        """
        <div class="bar %s"><i style="--part:%.4f"><b style="--part:%.4f"></b></i> %s %s</div>
        """,
        style,
        part(value, full),
        part(inner, value),
        Html.escape(text),
        more);
  }

  private static double part(double value, double full) {
    return full > 0 ? value / full : 0;
  }
}
