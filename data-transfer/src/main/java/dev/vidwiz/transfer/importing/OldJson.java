package dev.vidwiz.transfer.importing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.vidwiz.domain.json.JsonText;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads JSON of the old server and makes it storable in SQLite and PostgreSQL. */
final class OldJson {

  /** SQLite reads up to 1,000 levels. */
  private static final int MAX_DEPTH = 500;

  /** PostgreSQL stores up to 131,072 digits before the decimal point, and fewer after it. */
  private static final int MAX_DIGITS = 10_000;

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private OldJson() {}

  /** Parses a text; empty if it is not JSON or has numbers that cannot be stored. */
  static Optional<JsonNode> parse(String text) {
    try {
      JsonNode node = JSON.readTree(text);
      return node.isMissingNode() || hasUnstorableNumber(node)
          ? Optional.empty()
          : Optional.of(node);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Returns an equal document in which all texts are storable. */
  static JsonNode storable(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> storable(object);
      case ArrayNode array -> {
        ArrayNode copy = array.arrayNode(array.size());
        array.forEach(element -> copy.add(storable(element)));
        yield copy;
      }
      case TextNode text -> TextNode.valueOf(OldText.storable(text.textValue()));
      default -> node;
    };
  }

  /** Returns whether two documents are equal; numbers are compared by value. */
  static boolean isSame(JsonText one, JsonText other) {
    return one.equals(other)
        || parse(one.value())
            .flatMap(first -> parse(other.value()).map(second -> isSame(first, second)))
            .orElse(false);
  }

  private static boolean isSame(JsonNode one, JsonNode other) {
    return one.equals(
        (first, second) ->
            first.isNumber()
                    && second.isNumber()
                    && first.decimalValue().compareTo(second.decimalValue()) == 0
                ? 0
                : first.equals(second) ? 0 : 1,
        other);
  }

  private static ObjectNode storable(ObjectNode object) {
    ObjectNode copy = object.objectNode();
    object
        .properties()
        .forEach(
            property ->
                copy.set(OldText.storable(property.getKey()), storable(property.getValue())));
    return copy;
  }

  private static boolean hasUnstorableNumber(JsonNode node) {
    if (node.isBigDecimal() || node.isBigInteger()) {
      BigDecimal number = node.decimalValue();
      return Math.abs((long) number.precision() - number.scale()) > MAX_DIGITS
          || Math.abs((long) number.scale()) > MAX_DIGITS;
    }
    for (JsonNode child : node) {
      if (hasUnstorableNumber(child)) {
        return true;
      }
    }
    return false;
  }
}
