package dev.vidwiz.application.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class Bm25Test {

  private final Bm25 index =
      new Bm25(
          List.of(
              "the cat sat on the mat",
              "a treatise on isolation levels in databases",
              "the dog and the cat",
              "isolation isolation isolation",
              "Grüße aus ΑΘΗΝΑ"));

  @Test
  void finds_only_texts_that_share_a_word() {
    assertThat(index.rank("cat")).containsExactlyInAnyOrder(0, 2);
    assertThat(index.rank("unheard of")).isEmpty();
    assertThat(index.rank("?!")).isEmpty();
  }

  @Test
  void ranks_the_text_higher_that_is_more_about_the_word() {
    assertThat(index.rank("isolation")).containsExactly(3, 1);
    assertThat(index.rank("databases isolation")[0]).isEqualTo(1);
  }

  @Test
  void ranks_rare_words_higher_than_common_ones() {
    assertThat(index.rank("the mat")[0]).isZero();
    assertThat(index.rank("cat treatise")[0]).isEqualTo(1);
  }

  @Test
  void ignores_letter_case_in_every_script() {
    assertThat(index.rank("GRÜSSE")).containsExactly(4);
    assertThat(index.rank("grüße")).containsExactly(4);
    assertThat(index.rank("αθηνα")).containsExactly(4);
  }

  @Test
  void works_with_an_empty_index() {
    assertThat(new Bm25(List.of()).rank("anything")).isEmpty();
  }
}
