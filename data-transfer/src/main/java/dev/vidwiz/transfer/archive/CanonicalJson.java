package dev.vidwiz.transfer.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes JSON documents that are equal as PostgreSQL's jsonb in the same way: with sorted keys, the
 * last of duplicate keys, no white space, and the shortest form of each number.
 */
final class CanonicalJson {

  /** Numbers with more digits are written with an exponent. */
  private static final int PLAIN_DIGITS = 40;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNumberLength(Integer.MAX_VALUE)
                          .maxStringLength(Integer.MAX_VALUE)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
          .build();

  private CanonicalJson() {}

  static String of(String document) throws IOException {
    StringWriter text = new StringWriter(document.length());
    try (JsonGenerator generator = JSON.createGenerator(text)) {
      write(JSON.readTree(document), generator);
    }
    return text.toString();
  }

  private static void write(JsonNode node, JsonGenerator generator) throws IOException {
    switch (node.getNodeType()) {
      case OBJECT -> {
        Map<String, JsonNode> sorted = new TreeMap<>();
        node.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        generator.writeStartObject();
        for (Map.Entry<String, JsonNode> entry : sorted.entrySet()) {
          generator.writeFieldName(entry.getKey());
          write(entry.getValue(), generator);
        }
        generator.writeEndObject();
      }
      case ARRAY -> {
        generator.writeStartArray();
        for (JsonNode element : node) {
          write(element, generator);
        }
        generator.writeEndArray();
      }
      case NUMBER -> generator.writeNumber(number(node.decimalValue()));
      default -> generator.writeTree(node);
    }
  }

  private static String number(BigDecimal value) {
    BigDecimal shortest = value.stripTrailingZeros();
    boolean plain =
        shortest.scale() < PLAIN_DIGITS && shortest.precision() - shortest.scale() < PLAIN_DIGITS;
    return plain ? shortest.toPlainString() : shortest.toString();
  }
}
