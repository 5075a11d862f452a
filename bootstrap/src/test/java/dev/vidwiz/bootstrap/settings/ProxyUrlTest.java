package dev.vidwiz.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidwiz.bootstrap.settings.ProxyUrl.Login;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyUrlTest {

  @ParameterizedTest
  @CsvSource({
    "http://proxy.example:3128, http://proxy.example:3128",
    "HTTPS://proxy.example/, https://proxy.example:443",
    "http://my_proxy, http://my_proxy:80",
    "10.0.0.1:8080, http://10.0.0.1:8080",
    "'http://[::1]:3128', 'http://[::1]:3128'",
  })
  void has_scheme_host_and_port(String text, String meant) {
    ProxyUrl proxy = ProxyUrl.KIND.parse(text);
    assertThat(proxy).hasToString(meant);
    assertThat(proxy.login()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "http://ann:secret@proxy, ann, secret",
    "ann:secret@proxy:1, ann, secret",
    "http://ann@proxy, ann, ''",
    "http://a%40b:%2F%3A%25+@proxy, a@b, /:%+",
    "http://ann:a:b@c@proxy, ann, a:b@c",
  })
  void can_have_credentials(String text, String user, String password) {
    ProxyUrl proxy = ProxyUrl.KIND.parse(text);
    assertThat(proxy.login()).isEqualTo(new Login(user, password));
    assertThat(proxy.host()).isEqualTo("proxy");
    assertThat(proxy.toString()).doesNotContain(user);
    assertThat(ProxyUrl.KIND.parse(proxy.withLogin())).isEqualTo(proxy);
  }

  @Test
  void masks_the_password_in_its_text() {
    assertThat(String.valueOf(ProxyUrl.KIND.parse("http://ann:hush@proxy").login()))
        .doesNotContain("hush");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://",
        "http://proxy:0",
        "http://proxy:65536",
        "http://proxy:port",
        "http://proxy/path",
        "http://proxy?x",
        "ftp://proxy",
        "http://a b",
        "http://ann:%zz@proxy",
      })
  void refuses_invalid_addresses(String text) {
    assertThatThrownBy(() -> ProxyUrl.KIND.parse(text)).hasMessageContaining("address of a proxy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"socks://proxy:1080", "SOCKS5://a:b@proxy", "socks4a://p", "socks5h://p"})
  void refuses_socks_with_the_reason(String text) {
    assertThatThrownBy(() -> ProxyUrl.KIND.parse(text))
        .hasMessageContaining("reveal this server's address");
  }
}
