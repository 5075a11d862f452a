package dev.vidwiz.domain.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class AddressPrefixTest {

  @Test
  void an_IPv4_address_is_its_own() {
    assertThat(prefix("192.0.2.1")).isEqualTo("192.0.2.1");
    assertThat(prefix("192.0.2.2")).isNotEqualTo(prefix("192.0.2.1"));
  }

  @Test
  void an_IPv6_address_is_known_by_its_first_64_bits() {
    assertThat(prefix("2001:db8:1:2:aaaa::1")).isEqualTo("2001:db8:1:2::/64");
    assertThat(prefix("2001:db8:1:2:ffff:ffff:ffff:ffff")).isEqualTo("2001:db8:1:2::/64");
    assertThat(prefix("2001:db8:1:3::1")).isEqualTo("2001:db8:1:3::/64");
    assertThat(prefix("::1")).isEqualTo("0:0:0:0::/64");
  }

  @Test
  void an_IPv4_address_within_an_IPv6_address_counts_as_itself() {
    assertThat(prefix("::ffff:192.0.2.1")).isEqualTo("192.0.2.1");
    assertThat(prefix("64:ff9b::192.0.2.1")).isEqualTo("192.0.2.1");
    assertThat(prefix("64:ff9b:0:0:1::1")).isEqualTo("64:ff9b:0:0::/64");
  }

  @SuppressWarnings("AddressSelection") // Literals are not looked up.
  private static String prefix(String address) {
    try {
      return AddressPrefix.of(InetAddress.getByName(address)).value();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(address, e);
    }
  }
}
