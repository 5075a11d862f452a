package dev.vidwiz.http.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vidwiz.domain.json.JsonText;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Takes addresses out of JSON that pages should not open: a page that makes a link or an image of
 * {@code javascript:} or {@code data:} would run what a worker wrote.
 */
public final class HttpAddresses {

  private static final JsonMapper JSON =
      JsonMapper.builder(JsonBody.FACTORY)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /** Keys under which programs look for addresses. */
  private static final Pattern ADDRESS_KEY =
      Pattern.compile(
          ".*(url|uri|href|src|link|thumbnail|image|avatar|icon|logo|poster|banner)s?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern HTTP =
      Pattern.compile("\\s*https?://\\P{Cntrl}*", Pattern.CASE_INSENSITIVE);

  /** A scheme that pages run, with whatever browsers pass over before and in it. */
  private static final Pattern RUN =
      Pattern.compile(
          "[\\s\\p{Cntrl}]*(javascript|vbscript|data)[\\s\\p{Cntrl}]*:.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private HttpAddresses() {}

  /**
   * Returns the object without texts that stand where an address is looked for and are none of http
   * or https. An object that has none of those stays as it stands.
   */
  public static JsonText keepOnly(JsonText object) {
    try {
      JsonNode tree = JSON.readTree(object.value());
      return clean(tree, false) ? new JsonText(JSON.writeValueAsString(tree)) : object;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells whether something was taken out. */
  private static boolean clean(JsonNode node, boolean ofAddresses) {
    return switch (node) {
      case ObjectNode object -> clean(object, ofAddresses);
      case ArrayNode array -> clean(array, ofAddresses);
      default -> false;
    };
  }

  private static boolean clean(ObjectNode object, boolean ofAddresses) {
    List<String> bad = new ArrayList<>();
    boolean changed = false;
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      boolean address = ADDRESS_KEY.matcher(member.getKey()).matches();
      if (isBad(member.getValue(), address, ofAddresses)) {
        bad.add(member.getKey());
      } else {
        changed |= clean(member.getValue(), address || ofAddresses);
      }
    }
    object.remove(bad);
    return changed || !bad.isEmpty();
  }

  private static boolean clean(ArrayNode array, boolean ofAddresses) {
    boolean changed = false;
    for (int i = array.size() - 1; i >= 0; i--) {
      if (isBad(array.get(i), ofAddresses, ofAddresses)) {
        array.remove(i);
        changed = true;
      } else {
        changed |= clean(array.get(i), ofAddresses);
      }
    }
    return changed;
  }

  /** Below a key of addresses stand sizes and names, too: only what would be run is taken out. */
  private static boolean isBad(JsonNode value, boolean address, boolean ofAddresses) {
    return value.isTextual()
        && ((address && !value.textValue().isEmpty() && !HTTP.matcher(value.textValue()).matches())
            || (ofAddresses && RUN.matcher(value.textValue()).matches()));
  }
}
