package dev.vidwiz.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vidwiz.domain.input.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {

  @Test
  void is_trimmed_and_lower_cased() {
    assertThat(Email.parse(" Ann.Smith@Example.COM\t"))
        .isEqualTo(Parsed.accepted(new Email("ann.smith@example.com")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ann",
        "@example.com",
        "ann@",
        "ann@example",
        "a@b@example.com",
        "a.b@c",
        "a\0@b.c"
      })
  void needs_one_at_a_local_part_and_a_dot_in_the_domain(String text) {
    assertThat(Email.parse(text)).isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void has_320_characters_at_most() {
    String domain = "@example.com";
    assertThat(Email.parse("a".repeat(320 - domain.length()) + domain))
        .isInstanceOf(Parsed.Accepted.class);
    assertThat(Email.parse("a".repeat(321 - domain.length()) + domain))
        .isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void cannot_be_created_from_an_address_that_is_not_normalized() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Email("Ann@example.com"));
  }
}
