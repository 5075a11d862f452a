package dev.vidwiz.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoProxyTest {

  @ParameterizedTest
  @CsvSource({
    "example.com, example.com",
    "example.com, a.b.EXAMPLE.com",
    "Example.COM, example.com.",
    ".example.com, www.example.com",
    ".example.com, example.com",
    "*.example.com, www.example.com",
    "'x.org, example.com', example.com",
    "'x.org example.com', example.com",
    "*, anything.example",
    "10.1.2.3, 10.1.2.3",
    "10.0.0.0/8, 10.200.0.1",
    "fd00::/8, '[fd12::1]'",
    "'[fd12::1]', '[fd12::1]'",
    "fd12::1, '[fd12:0::1]'",
    "example.com:443, www.example.com",
    "'[fd12::1]:443', '[fd12::1]'",
    "'10.1.2.3:443', 10.1.2.3",
    "'*:443', a",
  })
  void matches_hosts(String entries, String host) {
    assertThat(NoProxy.parse(entries).covers(host, 443)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "example.com, notexample.com",
    "example.com, example.com.evil.org",
    "www.example.com, example.com",
    "example.com:80, example.com",
    "10.0.0.0/8, 11.0.0.1",
    "10.0.0.0/8, ten.example",
    "10.1.2.3, 10.1.2.30",
    "'/var/run/docker.sock,<local>', local",
  })
  void does_not_match_other_hosts(String entries, String host) {
    assertThat(NoProxy.parse(entries).covers(host, 443)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "127.0.0.1", "127.1.2.3", "[::1]", "LOCALHOST", "a.localhost"})
  void matches_this_machine(String host) {
    assertThat(NoProxy.THIS_MACHINE.covers(host, 80)).isTrue();
    assertThat(NoProxy.NONE.covers(host, 80)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "::/129"})
  void refuses_invalid_networks(String entry) {
    assertThatThrownBy(() -> NoProxy.parse(entry)).isInstanceOf(BadValue.class);
  }
}
