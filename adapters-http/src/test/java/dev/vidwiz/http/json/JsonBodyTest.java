package dev.vidwiz.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidwiz.domain.json.JsonText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

  private static final Set<String> KNOWN = Set.of("a", "b", "f", "n", "o", "t", "z");

  @Test
  void values_keep_their_types() {
    assertThat(read("{\"t\":\"x\",\"n\":-7,\"f\":1.0,\"b\":true,\"z\":null,\"a\":[1],\"o\":{}}"))
        .isEqualTo(
            new JsonBody.Members(
                Map.of(
                    "t", new JsonValue.Text("x"),
                    "n", new JsonValue.WholeNumber(BigInteger.valueOf(-7)),
                    "f", new JsonValue.OtherNumber(),
                    "b", new JsonValue.Bool(true),
                    "z", new JsonValue.Null(),
                    "a", new JsonValue.JsonArray(new JsonText("[1]")),
                    "o", new JsonValue.JsonObject(new JsonText("{}"))),
                Set.of()));
  }

  @Test
  void nested_values_are_kept_without_white_space() {
    assertThat(value(" [ {\"a\" : 1.50 , \"ä\\u00e9\":\"\\n/\" } , 1E5, [ ] , -0.0 , null ] "))
        .isEqualTo(
            new JsonValue.JsonArray(
                new JsonText("[{\"a\":1.50,\"äé\":\"\\n/\"},1E5,[],-0.0,null]")));
    assertThat(value("[\"\\ud83d\\ude00 😀\"]"))
        .isEqualTo(new JsonValue.JsonArray(new JsonText("[\"😀 😀\"]")));
  }

  @Test
  void a_byte_order_mark_is_passed_over() {
    assertThat(read("\ufeff{\"a\": true}"))
        .isEqualTo(new JsonBody.Members(Map.of("a", new JsonValue.Bool(true)), Set.of()));
    assertThat(read("\ufeff")).isEqualTo(new JsonBody.Missing());
    assertThat(read("\ufeff\ufeff{}")).isInstanceOf(JsonBody.Broken.class);
  }

  @Test
  void of_unknown_keys_only_the_first_names_are_kept() {
    String members =
        IntStream.rangeClosed(0, JsonBody.MAX_UNKNOWN)
            .mapToObj(i -> "\"k" + i + "\":[{\"x\":1}],")
            .collect(Collectors.joining());

    var body = (JsonBody.Members) read("{" + members + "\"a\":true}");

    assertThat(body.values()).containsExactly(Map.entry("a", new JsonValue.Bool(true)));
    assertThat(body.unknown()).hasSize(JsonBody.MAX_UNKNOWN).startsWith("k0").endsWith("k99");
  }

  @Test
  void a_text_that_is_longer_than_any_may_be_is_read_no_further() throws IOException {
    String open = "{\"a\": 1, \"text\": \"" + "x".repeat(JsonBody.MAX_TEXT + 200_000);
    InputStream body = new ByteArrayInputStream(open.getBytes(StandardCharsets.UTF_8));

    assertThat(JsonBody.read(body, false, Set.of("text"), (name, value) -> {}))
        .isEqualTo(new JsonBody.TooLong("text"));
  }

  @Test
  void what_is_nested_and_longer_than_any_may_be_is_not_kept() throws IOException {
    String list = "[" + "1,".repeat(JsonBody.MAX_TEXT) + "1]";
    InputStream body =
        new ByteArrayInputStream(("{\"a\":" + list + "}").getBytes(StandardCharsets.UTF_8));

    assertThat(JsonBody.read(body, false, KNOWN, (name, value) -> {}))
        .isEqualTo(
            new JsonBody.Members(
                Map.of("a", new JsonValue.Unstorable("must have at most 262144 bytes of JSON")),
                Set.of()));
    assertThat(value(list)).isEqualTo(new JsonValue.JsonArray(new JsonText(list)));
  }

  @Test
  void the_last_of_duplicate_keys_wins() {
    assertThat(read("{\"a\": 1, \"a\": \"x\"}"))
        .isEqualTo(new JsonBody.Members(Map.of("a", new JsonValue.Text("x")), Set.of()));
  }

  @Test
  void whole_numbers_of_any_size_are_told_apart() {
    assertThat(value("99999999999999999999"))
        .isEqualTo(new JsonValue.WholeNumber(new BigInteger("99999999999999999999")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n", "null", " null "})
  void no_body_and_null_are_missing(String body) {
    assertThat(read(body)).isEqualTo(new JsonBody.Missing());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[{}]", "1", "\"x\"", "true"})
  void other_values_are_no_objects(String body) {
    assertThat(read(body)).isEqualTo(new JsonBody.NotAnObject());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{'a':1}",
        "{a:1}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":NaN}",
        "{\"a\":Infinity}",
        "{\"a\":.5}",
        "{\"a\":1} x",
        "{} {}",
        "[1",
        "\"x",
        "nul",
        "{\"a\":\"\n\"}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12\"}",
        "{\"a\":1}\u0000",
        "{/* */}",
        "{\"\\u0000\": 1}",
        "{\"\\ud800\": 1}",
        "{\"a\": {\"\\udfff\": 1}}",
        "{\"a\": {\"b\": tru}}"
      })
  void input_that_is_not_json_is_broken(String body) {
    assertThat(read(body)).isInstanceOf(JsonBody.Broken.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00ff", "\u00c0\u0080", "\u00c1\u0081", "\u00ed\u00a0\u0080", "\u00c3"})
  void input_that_is_not_utf_8_is_broken(String bytes) throws IOException {
    byte[] body = ("{\"a\": \"" + bytes + "\"}").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(read(new ByteArrayInputStream(body))).isInstanceOf(JsonBody.Broken.class);
  }

  @Test
  void nesting_has_its_limit() {
    int deep = JsonBody.MAX_DEPTH - 1;

    assertThat(value("[".repeat(deep) + "]".repeat(deep))).isInstanceOf(JsonValue.JsonArray.class);
    assertThat(read("{\"a\":" + "[".repeat(deep + 1) + "]".repeat(deep + 1) + "}"))
        .isInstanceOf(JsonBody.Broken.class);
    assertThat(read("[".repeat(1_000_000))).isInstanceOf(JsonBody.Broken.class);
    assertThat(read("{\"a\":".repeat(200_000))).isInstanceOf(JsonBody.Broken.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"\\u0000\"]",
        "{\"\\u0000\":1}",
        "[\"\\ud800\"]",
        "[\"\\udc00\\ud800\"]",
        "[1e309]",
        "[-1e309]",
        "[1e-2000]",
        "[1e99999999999]",
        "[1e-99999999999]",
        "[[[[\"\\u0000\"]]], 1, {}]"
      })
  void values_that_databases_cannot_store_are_unstorable(String json) {
    assertThat(value(json)).isInstanceOf(JsonValue.Unstorable.class);
  }

  @Test
  void the_largest_numbers_are_storable() {
    assertThat(value("[1.7e308, -1.7e308, 4.9e-324, " + "9".repeat(308) + "]"))
        .isInstanceOf(JsonValue.JsonArray.class);
    assertThat(value("[" + "9".repeat(400) + "]")).isInstanceOf(JsonValue.Unstorable.class);
    assertThat(read("[" + "9".repeat(2000) + "]")).isInstanceOf(JsonBody.class);
  }

  @Test
  void a_connection_that_breaks_is_no_broken_json() throws IOException {
    InputStream broken = InputStream.nullInputStream();
    broken.close();

    assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(broken));
  }

  private static JsonValue value(String json) {
    return ((JsonBody.Members) read("{\"a\":" + json + "}")).values().get("a");
  }

  private static JsonBody read(String body) {
    try {
      return read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonBody read(InputStream body) throws IOException {
    return JsonBody.read(body, true, KNOWN, (name, value) -> {});
  }
}
