package dev.vidwiz.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

  @ParameterizedTest
  @CsvSource({
    "120,         PT2M",
    "0,           PT1S",
    "-5,",
    "1.5,",
    "soon,",
    "'',",
    "999999999,   PT24H",
    "99999999999,",
    "'Wed, 21 Oct 2015 07:30:00 GMT', PT2M",
    "'Wed, 21 Oct 2015 07:00:00 GMT', PT1S",
    "'Wed, 21 Oct 2099 07:00:00 GMT', PT24H"
  })
  void the_delay_is_in_seconds_or_ends_at_a_date(String value, @Nullable Duration wait) {
    assertThat(wait(Map.of("Date", "Wed, 21 Oct 2015 07:28:00 GMT", "Retry-After", value)))
        .isEqualTo(wait);
  }

  @Test
  void without_the_header_there_is_no_delay() {
    assertThat(wait(Map.of())).isNull();
  }

  @Test
  void a_date_is_ignored_without_the_date_of_the_server() {
    assertThat(wait(Map.of("Retry-After", "Wed, 21 Oct 2099 07:00:00 GMT"))).isNull();
  }

  private static @Nullable Duration wait(Map<String, String> headers) {
    HttpHeaders all =
        HttpHeaders.of(
            headers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))),
            (name, value) -> true);
    return RetryAfter.of(all);
  }
}
