package dev.vidwiz.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryTest {

  @Test
  void parameters_are_decoded_and_the_last_duplicate_wins() {
    assertThat(Query.parse("a=1&b=%C3%A4+x%2B&a=2&=&c&d==").parameters())
        .isEqualTo(Map.of("a", "2", "b", "ä x+", "", "", "c", "", "d", "="));
    assertThat(Query.parse(null).parameters()).isEmpty();
  }

  @Test
  void malformed_encodings_are_kept_unchanged() {
    assertThat(Query.parse("page=%ZZ&q=%").parameters()).isEqualTo(Map.of("page", "%ZZ", "q", "%"));
    assertThat(Query.parse("q=%F0").last("q")).contains("\uFFFD");
  }
}
