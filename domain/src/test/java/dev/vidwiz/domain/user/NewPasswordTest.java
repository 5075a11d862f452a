package dev.vidwiz.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.domain.input.Parsed;
import org.junit.jupiter.api.Test;

class NewPasswordTest {

  @Test
  void has_7_to_1000_characters_blanks_included() {
    assertThat(NewPassword.parse("123456")).isInstanceOf(Parsed.Refused.class);
    assertThat(NewPassword.parse("12345 ")).isInstanceOf(Parsed.Refused.class);
    assertThat(NewPassword.parse("123456 ")).isInstanceOf(Parsed.Accepted.class);
    assertThat(NewPassword.parse("x".repeat(1_000))).isInstanceOf(Parsed.Accepted.class);
    assertThat(NewPassword.parse("x".repeat(1_001))).isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void is_not_shown_by_to_string() {
    assertThat(new NewPassword("correct horse")).asString().doesNotContain("horse");
  }
}
