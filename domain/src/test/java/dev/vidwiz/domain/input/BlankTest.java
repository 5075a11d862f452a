package dev.vidwiz.domain.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlankTest {

  private static final String WHITE_SPACE =
      "\t\n\u000b\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
          + "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000";

  private static final String WITHOUT_WIDTH = "\ufeff\u200b\u200c\u200d\u2060";

  @Test
  void is_all_white_space_of_unicode_and_what_has_no_width() {
    assertThat(Blank.isBlank("")).isTrue();
    assertThat(Blank.isBlank(WHITE_SPACE + WITHOUT_WIDTH)).isTrue();
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      boolean blank = (WHITE_SPACE + WITHOUT_WIDTH).indexOf(c) >= 0;
      assertThat(Blank.isBlank((char) c)).as(Integer.toHexString(c)).isEqualTo(blank);
    }
  }

  @Test
  void is_removed_from_both_ends_and_nowhere_else() {
    assertThat(Blank.strip(WITHOUT_WIDTH + "a\u00a0\u200d b" + WHITE_SPACE))
        .isEqualTo("a\u00a0\u200d b");
    assertThat(Blank.strip(WHITE_SPACE)).isEmpty();
    assertThat(Blank.strip("\uD83D\uDE00")).isEqualTo("\uD83D\uDE00");
  }
}
