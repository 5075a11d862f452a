package dev.vidwiz.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.input.Parsed.Refused;
import dev.vidwiz.domain.input.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewPasswordTest {

  private static final Email ANN = new Email("ann@example.com");

  @Test
  void has_7_to_1000_characters_blanks_included() {
    assertThat(parse("secre7")).isInstanceOf(Refused.class);
    assertThat(parse("secre ")).isInstanceOf(Refused.class);
    assertThat(parse("secre7 ")).isInstanceOf(Parsed.Accepted.class);
    assertThat(parse("xy".repeat(500))).isInstanceOf(Parsed.Accepted.class);
    assertThat(parse("xy".repeat(500) + "x")).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\"        \", must not be blank",
        "\"\t\u00a0\u2003\u3000\ufeff\u200b\u200d\u2060\", must not be blank",
        "aaaaaaa, must not be one character repeated",
        "👋👋👋👋👋👋👋, must not be one character repeated",
        "ann@example.com, must not be the e-mail address",
        "\" ANN@Example.com\", must not be the e-mail address",
        "iloveyou, must not be one of the most common passwords",
        "PassWord1, must not be one of the most common passwords",
        "1234567890, must not be one of the most common passwords",
      })
  void is_refused_when_it_is_guessed_first(String text, String reason) {
    assertThat(parse(text)).isEqualTo(Parsed.refused(Refusal.Reason.INVALID, reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"correct horse", "aaaaaab", "      x", "ann@example.com1", "bob@example.com"})
  void is_taken_when_it_is_not(String text) {
    assertThat(parse(text)).isEqualTo(Parsed.accepted(new NewPassword(text)));
  }

  @Test
  void cannot_be_made_of_what_is_guessed_first() {
    assertThatIllegalArgumentException().isThrownBy(() -> new NewPassword("aaaaaaa"));
    assertThat(new NewPassword("ann@example.com").isOf(ANN)).isTrue();
  }

  @Test
  void is_not_shown_by_to_string() {
    assertThat(new NewPassword("correct horse")).asString().doesNotContain("horse");
  }

  private static Parsed<NewPassword> parse(String text) {
    return NewPassword.parse(text, ANN);
  }
}
