package dev.vidwiz.domain.video;

import dev.vidwiz.domain.json.JsonText;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes addresses out of metadata that pages should not open: a page that makes a link or an image
 * of {@code javascript:} or {@code data:} would run what a worker wrote.
 */
public final class HttpAddresses {

  /** Keys under which programs look for addresses. */
  private static final Pattern ADDRESS_KEY =
      Pattern.compile(
          ".*(url|uri|href|src|link|thumbnail|image|avatar|icon|logo|poster|banner)s?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern HTTP =
      Pattern.compile("\\s*https?://\\P{Cntrl}*", Pattern.CASE_INSENSITIVE);

  private static final Pattern WITHOUT_SCHEME = Pattern.compile("\\s*(//\\P{Cntrl}*)");

  /** A scheme that pages run. */
  private static final Pattern RUN =
      Pattern.compile("(javascript|vbscript|data):", Pattern.CASE_INSENSITIVE);

  /** What browsers ignore in a scheme. */
  private static final Pattern IGNORED = Pattern.compile("[\\s\\p{Cntrl}]+");

  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u(\\p{XDigit}{4})|(.))");

  private final String json;
  private final StringBuilder kept = new StringBuilder();
  private int at;
  private boolean changed;

  private HttpAddresses(String json) {
    this.json = json;
  }

  /**
   * Returns a well-formed document without texts that stand where an address is looked for and are
   * none of http or https. An address without a scheme becomes one of https. A document that has
   * neither is returned as it is.
   */
  public static JsonText keepOnly(JsonText document) {
    HttpAddresses copy = new HttpAddresses(document.value());
    copy.copyValue(false, false);
    return copy.changed ? new JsonText(copy.kept.toString()) : document;
  }

  /**
   * Copies the next value. Below a key of addresses are sizes and names, too: of those, only what
   * would be run is left out.
   *
   * @return false, and nothing is copied, when it must be left out
   */
  private boolean copyValue(boolean address, boolean ofAddresses) {
    return switch (next()) {
      case '{' -> copyAll('}', address || ofAddresses);
      case '[' -> copyAll(']', address || ofAddresses);
      case '"' -> copyText(address, ofAddresses);
      default -> copyLiteral();
    };
  }

  /** Copies an object or array up to its end. */
  private boolean copyAll(char end, boolean ofAddresses) {
    kept.append(json.charAt(at++));
    int start = kept.length();
    while (next() != end) {
      int before = kept.length();
      if (before > start) {
        kept.append(',');
      }
      boolean address = ofAddresses;
      if (end == '}') {
        String key = literal();
        kept.append(key).append(':');
        address = ADDRESS_KEY.matcher(text(key)).matches();
      }
      if (!copyValue(address, ofAddresses)) {
        kept.setLength(before);
        changed = true;
      }
    }
    kept.append(json.charAt(at++));
    return true;
  }

  private boolean copyText(boolean address, boolean ofAddresses) {
    String literal = literal();
    String text = text(literal);
    Matcher withoutScheme = WITHOUT_SCHEME.matcher(text);
    if (address && withoutScheme.matches()) {
      String rest = withoutScheme.group(1).replace("\\", "\\\\").replace("\"", "\\\"");
      kept.append("\"https:").append(rest).append('"');
      changed = true;
      return true;
    }
    kept.append(literal);
    return !(address && !text.isEmpty() && !HTTP.matcher(text).matches())
        && !(ofAddresses && RUN.matcher(IGNORED.matcher(text).replaceAll("")).lookingAt());
  }

  private boolean copyLiteral() {
    kept.append(literal());
    return true;
  }

  /** Returns the first character of the next value, key or end. */
  private char next() {
    while (" \t\r\n,:".indexOf(json.charAt(at)) >= 0) {
      at++;
    }
    return json.charAt(at);
  }

  /** Passes the next text, number or word, and returns it as it is in the document. */
  private String literal() {
    boolean quoted = next() == '"';
    int start = at;
    if (quoted) {
      at++;
      while (json.charAt(at) != '"') {
        at += json.charAt(at) == '\\' ? 2 : 1;
      }
      at++;
    } else {
      while (at < json.length() && " \t\r\n,]}".indexOf(json.charAt(at)) < 0) {
        at++;
      }
    }
    return json.substring(start, at);
  }

  private static String text(String literal) {
    String inner = literal.substring(1, literal.length() - 1);
    return inner.indexOf('\\') < 0
        ? inner
        : ESCAPE.matcher(inner).replaceAll(HttpAddresses::unescaped);
  }

  private static String unescaped(MatchResult escape) {
    char character =
        escape.group(1) != null
            ? (char) Integer.parseInt(escape.group(1), 16)
            : switch (escape.group(2)) {
              case "b" -> '\b';
              case "f" -> '\f';
              case "n" -> '\n';
              case "r" -> '\r';
              case "t" -> '\t';
              default -> escape.group(2).charAt(0);
            };
    return Matcher.quoteReplacement(String.valueOf(character));
  }
}
