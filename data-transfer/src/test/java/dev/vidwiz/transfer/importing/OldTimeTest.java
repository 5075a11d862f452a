package dev.vidwiz.transfer.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OldTimeTest {

  @ParameterizedTest
  @CsvSource({
    "2024-05-06 07:08:09, 2024-05-06T07:08:09Z",
    "2024-05-06 07:08:09.5, 2024-05-06T07:08:09.5Z",
    "2024-05-06 07:08:09.123456, 2024-05-06T07:08:09.123456Z",
    "2024-05-06 07:08:09.123456789, 2024-05-06T07:08:09.123456Z",
    "2024-05-06 07:08, 2024-05-06T07:08:00Z",
    "2024-05-06T07:08:09Z, 2024-05-06T07:08:09Z",
    "2024-05-06 07:08:09+00, 2024-05-06T07:08:09Z",
    "2024-05-06 09:08:09.5+02:00, 2024-05-06T07:08:09.5Z",
    "1969-12-31 23:59:59.999999, 1969-12-31T23:59:59.999999Z",
  })
  void without_a_zone_is_utc(String text, Instant time) {
    assertThat(OldTime.parse(text)).contains(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "1714979289",
        "2024-05-06",
        "2024-13-01 00:00:00",
        "infinity",
        "0044-03-15 07:08:09 BC",
        "12024-05-06 07:08:09"
      })
  void is_refused_when_it_is_none(String text) {
    assertThat(OldTime.parse(text)).isEmpty();
  }
}
