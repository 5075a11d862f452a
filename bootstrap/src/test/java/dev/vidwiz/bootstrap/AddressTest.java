package dev.vidwiz.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, http://127.0.0.1:5000",
    "vidwiz.example, http://vidwiz.example:5000",
    "0.0.0.0, http://127.0.0.1:5000",
    "::, http://127.0.0.1:5000",
    "::1, http://[::1]:5000",
  })
  void can_be_opened_on_the_same_machine(String host, String address) {
    assertThat(Address.of(host, 5000)).isEqualTo(address);
  }
}
