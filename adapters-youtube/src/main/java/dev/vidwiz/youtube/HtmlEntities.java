package dev.vidwiz.youtube;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The characters that HTML writes by name or number. Unknown ones are left as they stand. */
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

  private static final Map<String, String> NAMED = named();

  private HtmlEntities() {}

  /** Decodes what is encoded once. */
  static String decode(String text) {
    return ENTITY.matcher(text).replaceAll(match -> Matcher.quoteReplacement(decode(match)));
  }

  private static String decode(MatchResult entity) {
    if (entity.group(3) != null) {
      return NAMED.getOrDefault(entity.group(3), entity.group());
    }
    int codePoint =
        entity.group(1) != null
            ? Integer.parseInt(entity.group(1))
            : Integer.parseInt(entity.group(2), 16);
    return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : entity.group();
  }

  private static Map<String, String> named() {
    Map<String, String> named =
        new HashMap<>(
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "hellip", "…"));
    named.putAll(Map.of("ndash", "–", "mdash", "—", "lsquo", "‘", "rsquo", "’", "ldquo", "“"));
    named.putAll(Map.of("rdquo", "”", "bull", "•", "euro", "€", "trade", "™"));
    AtomicInteger character = new AtomicInteger('\u00a0');
    Pattern.compile("\\s+")
        .splitAsStream(LATIN_1)
        .forEach(name -> named.put(name, Character.toString(character.getAndIncrement())));
    return Map.copyOf(named);
  }
}
