package dev.vidwiz.domain.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.domain.input.Refusal.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRuleTest {

  private final TextRule rule = new TextRule(2, 4);

  @Test
  void counts_code_points_and_includes_both_bounds() {
    assertThat(rule.check("😀😀")).isEqualTo(Parsed.accepted("😀😀"));
    assertThat(rule.check("😀😀😀😀")).isInstanceOf(Parsed.Accepted.class);
    assertThat(rule.check("😀"))
        .isEqualTo(Parsed.refused(Reason.TOO_SHORT, "must have at least 2 characters"));
    assertThat(rule.check("abcde"))
        .isEqualTo(Parsed.refused(Reason.TOO_LONG, "must have at most 4 characters"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "a\ud800", "\udc00a", "\ud800\ud800", "\udc00\ud800"})
  void refuses_text_that_cannot_be_stored(String text) {
    assertThat(rule.check(text))
        .isEqualTo(
            Parsed.refused(Reason.INVALID, "must not contain a NUL character or a lone surrogate"));
  }
}
