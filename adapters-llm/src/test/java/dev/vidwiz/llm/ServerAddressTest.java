package dev.vidwiz.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerAddressTest {

  @ParameterizedTest
  @CsvSource({
    "http://host, http://host/chat/completions",
    "http://host/, http://host/chat/completions",
    "https://host/v1//, https://host/v1/chat/completions",
    "https://host/v1/chat/completions, https://host/v1/chat/completions",
    "https://host/v1/chat/completions/, https://host/v1/chat/completions",
    "HTTPS://host/v1, HTTPS://host/v1/chat/completions",
    "https://host/gpt?api-version=2, https://host/gpt/chat/completions?api-version=2",
    "https://host/chat/completions?a=%20b&c, https://host/chat/completions?a=%20b&c",
    "https://ann:hush@host:8/v1, https://host:8/v1/chat/completions",
    "http://[::1]:8/v1, http://[::1]:8/v1/chat/completions",
  })
  void requests_go_below_the_base_with_its_query(String base, URI asked) throws Exception {
    assertThat(address(base).request("chat/completions").build().uri()).isEqualTo(asked);
  }

  @ParameterizedTest
  @CsvSource({
    "http://ann:hush@host, ann:hush",
    "http://ann@host, ann",
    "http://a%40b:c%20d@my_host:1, a@b:c d"
  })
  void a_user_is_decoded_and_not_shown(String base, String user) {
    assertThat(address(base).user()).isEqualTo(user);
    assertThat(address(base).display()).doesNotContain("hush", "@");
  }

  @Test
  void most_urls_have_no_user() {
    assertThat(address("http://my_host/v1").user()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "host/v1",
        "localhost:11434/v1",
        "ftp://host",
        "http:///v1",
        "mailto:a@b.example",
        "https://host/v1#here",
        "https://my_host/v1",
        "http://a..b/v1",
        "http://my_host:port/v1"
      })
  void invalid_urls_are_rejected(String base) {
    assertThatThrownBy(() -> address(base))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("must ");
  }

  private static ServerAddress address(String base) {
    return new ServerAddress(URI.create(base));
  }
}
