package dev.vidwiz.http.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.core.util.RecyclerPool;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.vidwiz.domain.json.JsonText;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Writes responses: compact, snake_case, null for missing values, times in the server's zone, JSON
 * documents unchanged. Thread-safe.
 */
public final class Json {

  /**
   * By default, Jackson keeps buffers per thread. A virtual thread serves one request, so its
   * buffers would not be reused, and would live as long as a stream.
   */
  static final RecyclerPool<BufferRecycler> BUFFERS = JsonRecyclerPools.newBoundedPool(32);

  private static final String CONTENT_TYPE = "application/json";

  private final ObjectWriter writer;

  /** Writes times in the given zone. */
  public Json(ZoneId zone) {
    DateTimeFormatter time = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ").withZone(zone);
    ObjectMapper mapper =
        JsonMapper.builder(JsonFactory.builder().recyclerPool(BUFFERS).build())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addModule(
                new SimpleModule()
                    .addSerializer(
                        Instant.class, serializer((g, t) -> g.writeString(time.format(t))))
                    .addSerializer(
                        JsonText.class, serializer((g, j) -> g.writeRawValue(j.value()))))
            .build();
    this.writer = mapper.writer();
  }

  /** Returns the value as a JSON document. */
  public JsonText document(Object value) {
    return new JsonText(new String(bytes(value), StandardCharsets.UTF_8));
  }

  /** Returns the value as JSON in UTF-8. */
  public byte[] bytes(Object value) {
    try {
      return writer.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON", e);
    }
  }

  /** Sends the value as the response. */
  public void respond(Context ctx, int status, Object value) {
    ctx.status(status).contentType(CONTENT_TYPE).result(bytes(value));
  }

  /** Sends a value that contains a token, which no cache may store. */
  public void respondWithSecret(Context ctx, int status, Object value) {
    ctx.header("Cache-Control", "no-store");
    respond(ctx, status, value);
  }

  private interface Writing<T> {
    void write(JsonGenerator generator, T value) throws IOException;
  }

  private static <T> JsonSerializer<T> serializer(Writing<T> writing) {
    return new JsonSerializer<>() {
      @Override
      public void serialize(T value, JsonGenerator generator, SerializerProvider provider)
          throws IOException {
        writing.write(generator, value);
      }
    };
  }
}
