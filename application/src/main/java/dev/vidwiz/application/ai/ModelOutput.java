package dev.vidwiz.application.ai;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Removes what models add around a text: introductions, code fences and JSON. */
final class ModelOutput {

  private static final Pattern FENCED =
      Pattern.compile("[^`{]{0,120}```\\w*\\s*(.+?)\\s*```.*", Pattern.DOTALL);

  private static final Pattern JSON =
      Pattern.compile("\\{\\s*\"[\\w -]+\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\".*}", Pattern.DOTALL);

  private static final Pattern LEAD_IN =
      Pattern.compile(
          """
          (?ix) [\\s"“'*_\\#>-]*+
          (?: (?: sure | certainly | of\\ course | absolutely | okay | ok | great ) \\b (?: \\ thing )? [!.,:]+ \\s*
            | (?: here (?: [’']s | \\ is | \\ are ) | this\\ is | below\\ is ) \\b [^:\\n]{0,40}
                \\b (?: note | summary | version ) \\b [^:\\n]{0,60} : [*_"]* \\s*
            | (?: [\\w-]{1,12} \\s ){0,2} (?: note | summary | output | answer ) [*_]* \\s* [:：] [*_]* \\s* )
          """);

  private ModelOutput() {}

  /** Returns the requested text. A text that contains nothing else is unchanged. */
  static String clean(String written) {
    String text = inside(JSON, inside(FENCED, written.strip()));
    Matcher leadIn = LEAD_IN.matcher(text);
    while (leadIn.lookingAt() && leadIn.end() < text.length()) {
      text = inside(JSON, text.substring(leadIn.end()).strip());
      leadIn.reset(text);
    }
    return text;
  }

  private static String inside(Pattern wrapping, String text) {
    Matcher wrapped = wrapping.matcher(text);
    if (!wrapped.matches()) {
      return text;
    }
    String found = wrapped.group(1);
    return (wrapping.equals(JSON) ? unescaped(found) : found).strip();
  }

  private static String unescaped(String json) {
    return json.replaceAll("\\\\[nrt]", " ").replaceAll("\\\\(.)", "$1");
  }
}
