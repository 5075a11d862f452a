package dev.vidwiz.bootstrap.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.bootstrap.settings.NoProxy;
import dev.vidwiz.bootstrap.settings.ProxyUrl;
import dev.vidwiz.bootstrap.settings.ProxyUrl.Login;
import java.net.Authenticator.RequestorType;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {

  private static final ProxyUrl PLAIN =
      new ProxyUrl(false, "plain.invalid", 3128, new Login("ann", "secret"));
  private static final ProxyUrl OTHER = new ProxyUrl(false, "other.invalid", 8080, null);

  @ParameterizedTest
  @CsvSource({
    "http://example.invalid/, plain.invalid:3128",
    "https://example.invalid/, other.invalid:8080",
    "HTTPS://example.invalid/, other.invalid:8080",
    "https://example.invalid:8443/, other.invalid:8080",
  })
  void depend_on_the_scheme(String address, String proxy) {
    assertThat(chosen(Proxies.of(PLAIN, OTHER, NoProxy.NONE), address)).isEqualTo(proxy);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:1/",
        "https://127.0.0.1/",
        "http://[::1]:8080/",
        "socket://db.invalid:5432",
        "ftp://example.invalid/",
      })
  void are_not_used_for_this_machine_and_other_protocols(String address) {
    assertThat(chosen(Proxies.of(PLAIN, PLAIN, NoProxy.NONE), address)).isEqualTo("direct");
  }

  @Test
  void can_apply_to_one_scheme_only() {
    Proxies proxies = Proxies.of(null, PLAIN, NoProxy.NONE);
    assertThat(chosen(proxies, "http://example.invalid/")).isEqualTo("direct");
    assertThat(chosen(proxies, "https://example.invalid/")).isEqualTo("plain.invalid:3128");
  }

  @Test
  void can_apply_to_every_request() {
    Proxies proxies = Proxies.always(PLAIN);
    assertThat(chosen(proxies, "http://127.0.0.1:1/")).isEqualTo("plain.invalid:3128");
    assertThat(chosen(proxies, "https://example.invalid/")).isEqualTo("plain.invalid:3128");
  }

  @Test
  void are_reached_through_a_local_relay_when_they_use_tls() {
    ProxyUrl encrypted = new ProxyUrl(true, "tls.invalid", 443, new Login("ann", "secret"));
    Proxies proxies = Proxies.always(encrypted);
    assertThat(chosen(proxies, "http://example.invalid/")).startsWith("127.0.0.1:");
  }

  @ParameterizedTest
  @CsvSource({
    "plain.invalid, 3128, PROXY, Basic, true",
    "PLAIN.invalid, 3128, PROXY, basic, true",
    "plain.invalid, 3129, PROXY, Basic, false",
    "other.invalid, 8080, PROXY, Basic, false",
    "evil.invalid, 3128, PROXY, Basic, false",
    "plain.invalid, 3128, SERVER, Basic, false",
    "plain.invalid, 3128, PROXY, Digest, false",
  })
  void send_a_password_to_its_proxy_only(
      String host, int port, RequestorType asking, String scheme, boolean told) {
    PasswordAuthentication answer =
        Proxies.of(PLAIN, OTHER, NoProxy.NONE)
            .authenticator()
            .requestPasswordAuthenticationInstance(
                host, null, port, "http", "realm", scheme, null, asking);

    assertThat(answer != null).isEqualTo(told);
    if (told) {
      assertThat(answer.getUserName()).isEqualTo("ann");
      assertThat(answer.getPassword()).containsExactly("secret".toCharArray());
    }
  }

  private static String chosen(Proxies proxies, String address) {
    List<Proxy> chosen = proxies.selector().select(URI.create(address));
    assertThat(chosen).hasSize(1);
    return chosen.getFirst().address() instanceof InetSocketAddress proxy
        ? proxy.getHostString() + ":" + proxy.getPort()
        : "direct";
  }
}
