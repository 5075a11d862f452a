package dev.vidwiz.bench.report;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;

/** Reads and writes instants in ISO 8601. */
final class InstantJson extends SimpleModule {

  InstantJson() {
    addSerializer(Instant.class, ToStringSerializer.instance);
    addDeserializer(Instant.class, new Reader());
  }

  private static final class Reader extends FromStringDeserializer<Instant> {

    Reader() {
      super(Instant.class);
    }

    @Override
    protected Instant _deserialize(String text, DeserializationContext context) {
      return Instant.parse(text);
    }
  }
}
