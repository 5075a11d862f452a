package dev.vidwiz.youtube;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes the entities of HTML, named and numeric. Unknown entities stay unchanged. */
final class HtmlEntities {

  private static final Pattern ENTITY =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,7}));");

  /** The names of U+00A0 to U+00FF, in order. */
  private static final String LATIN_1 =
      """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr
      deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest
      Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml
      ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig
      agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml
      eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
      """;

  /** Other characters, each followed by its name. */
  private static final String OTHERS =
      "& amp < lt > gt \" quot ' apos … hellip – ndash — mdash ‘ lsquo ’ rsquo “ ldquo ” rdquo"
          + " • bull € euro ™ trade";

  private static final Map<String, String> NAMED = named();

  private HtmlEntities() {}

  /** Decodes each entity once. */
  static String decode(String text) {
    return ENTITY.matcher(text).replaceAll(match -> Matcher.quoteReplacement(decode(match)));
  }

  private static String decode(MatchResult entity) {
    if (entity.group(3) != null) {
      return NAMED.getOrDefault(entity.group(3), entity.group());
    }
    boolean hex = entity.group(1) == null;
    int codePoint = Integer.parseInt(entity.group(hex ? 2 : 1), hex ? 16 : 10);
    return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : entity.group();
  }

  private static Map<String, String> named() {
    Map<String, String> named = new HashMap<>();
    String[] latin1 = LATIN_1.split("\\s+", 0);
    for (int i = 0; i < latin1.length; i++) {
      named.put(latin1[i], Character.toString('\u00a0' + i));
    }
    String[] others = OTHERS.split(" ", 0);
    for (int i = 0; i < others.length; i += 2) {
      named.put(others[i + 1], others[i]);
    }
    return Map.copyOf(named);
  }
}
