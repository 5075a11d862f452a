package dev.vidwiz.domain.video;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.domain.json.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAddressesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"title\": \"javascript: the good parts\", \"n\": [1.50, -1E5, true, null, [], {}]}",
        "{\"thumbnail\" : \"https://i.ytimg.com/a,b:c]}\\\"\" }",
        "{\"url\": \"HTTP:\\/\\/x\", \"Links\": [ {\"id\": \"max \\u0022 res\"} , \"http://x\"]}",
        "{\"channel_url\": \"\", \"image\": 1}",
      })
  void a_document_without_other_addresses_is_kept_as_it_is(String json) {
    assertThat(kept(json)).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"url\": \"javascript:x\"}",
        "{\"\\u0075rl\": \"x\"}",
        "{\"url\": \"https://x\\n\"}",
        "{\"avatars\": \"ftp://x\"}",
        "{\"url\": \"\\\"\"}",
      })
  void another_address_is_left_out(String json) {
    assertThat(kept(json)).isEqualTo("{}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:x",
        "java\\tscript:x",
        "\\u0001 JAVA\\u000aSCRIPT \\r: x",
        "d\\u0000ata:text/html,x",
        "vb\\nscript:x"
      })
  void a_scheme_that_pages_run_is_left_out_below_a_key_of_addresses(String text) {
    assertThat(kept("{\"thumbnails\": [{\"default\": \"%s\", \"w\": 1}]}".formatted(text)))
        .isEqualTo("{\"thumbnails\":[{\"w\":1}]}");
  }

  @Test
  void what_is_left_is_well_formed() {
    assertThat(kept("{\"url\": \"x\", \"a\": [ 1 , {\"b\": \"\\u00e4\"} ], \"src\": \"y\"}"))
        .isEqualTo("{\"a\":[1,{\"b\":\"\\u00e4\"}]}");
    assertThat(kept("{\"urls\": [\"x\", \"http://x\", \"y\", [\"z\"]], \"b\": null}"))
        .isEqualTo("{\"urls\":[\"http://x\",[]],\"b\":null}");
  }

  @ParameterizedTest
  @CsvSource({
    "//i.ytimg.com/x, https://i.ytimg.com/x",
    "' //x', https://x",
    "'\\/\\/x\\u0022\\\\', 'https://x\\\"\\\\'",
  })
  void an_address_without_a_scheme_becomes_https(String text, String address) {
    assertThat(kept("{\"url\": \"" + text + "\"}")).isEqualTo("{\"url\":\"" + address + "\"}");
  }

  private static String kept(String json) {
    return HttpAddresses.keepOnly(new JsonText(json)).value();
  }
}
