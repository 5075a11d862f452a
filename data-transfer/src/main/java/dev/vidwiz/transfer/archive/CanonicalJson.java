package dev.vidwiz.transfer.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Writes JSON documents in one canonical form, the same for all that are equal as jsonb of
 * PostgreSQL: with sorted keys, the last of duplicate keys, no white space, and the shortest form
 * of each number.
 */
final class CanonicalJson {

  /** Numbers with more digits are written with an exponent. */
  private static final int PLAIN_DIGITS = 40;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNumberLength(RowRules.MAX_NUMBER)
                          .maxStringLength(Integer.MAX_VALUE)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .build();

  private CanonicalJson() {}

  static String of(String document) throws IOException {
    StringWriter text = new StringWriter(document.length());
    try (JsonGenerator generator = new ShortestNumbers(JSON.createGenerator(text))) {
      JSON.writeTree(generator, JSON.readTree(document));
    }
    return text.toString();
  }

  private static final class ShortestNumbers extends JsonGeneratorDelegate {

    ShortestNumbers(JsonGenerator generator) {
      super(generator);
    }

    @Override
    public void writeNumber(BigInteger value) throws IOException {
      writeNumber(new BigDecimal(value));
    }

    @Override
    public void writeNumber(BigDecimal value) throws IOException {
      delegate.writeNumber(number(value));
    }
  }

  private static String number(BigDecimal value) {
    BigDecimal shortest = value.stripTrailingZeros();
    boolean plain =
        shortest.scale() < PLAIN_DIGITS && shortest.precision() - shortest.scale() < PLAIN_DIGITS;
    return plain ? shortest.toPlainString() : shortest.toString();
  }
}
