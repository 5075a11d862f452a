package dev.vidwiz.application.ai;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WantedLengthTest {

  private final WantedLength length = new WantedLength(5, 10);

  @Test
  void a_text_is_cut_at_the_last_word_that_fits() {
    assertThat(length.cut("one two three")).isEqualTo("one two");
    assertThat(length.cut("one two ab")).isEqualTo("one two ab");
    assertThat(length.cut("0123456789 tail")).isEqualTo("0123456789");
    assertThat(length.cut("unbreakable!")).isEqualTo("unbreakabl");
    assertThat(length.cut("😀".repeat(12))).isEqualTo("😀".repeat(10));
  }
}
