package dev.vidwiz.transfer.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OldTimestampTest {

  @ParameterizedTest
  @CsvSource({
    "1:23, 1:23",
    "' 1:23 ', ' 1:23 '",
    "83, 1:23",
    "5, 0:05",
    "83.9, 1:23",
    "3661, 1:01:01",
    "1h2m3s, 1:02:03",
    "1M 23S, 1:23",
    "90s, 1:30",
    "1：23, 1:23",
    "at 1:02:03 of the very same video I saw, 1:02:03",
  })
  void keeps_its_form_or_gets_one_that_means_the_same(String old, String now) {
    assertThat(OldTimestamp.parse(old))
        .hasValueSatisfying(time -> assertThat(time.value()).isEqualTo(now));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "soon", "1:", "h", "1.2.3", "-5", "99999999999999999999"})
  void is_refused_when_it_is_ambiguous(String old) {
    assertThat(OldTimestamp.parse(old)).isEmpty();
  }
}
