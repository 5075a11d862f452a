package dev.vidwiz.llm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TextPiecesTest {

  private final TextPieces pieces = new TextPieces();

  @Test
  void ordinary_text_passes_as_it_is() {
    assertThat(pieces.next(" a\n🎬 ")).isEqualTo(" a\n🎬 ");
    assertThat(pieces.next("")).isEmpty();
    assertThat(pieces.rest()).isEmpty();
  }

  @Test
  void a_character_cut_in_two_comes_whole() {
    assertThat(pieces.next("a\uD83C")).isEqualTo("a");
    assertThat(pieces.next("")).isEmpty();
    assertThat(pieces.next("\uDFACb")).isEqualTo("🎬b");
  }

  @Test
  void halves_of_characters_are_replaced() {
    assertThat(pieces.next("a\uDFACb\uD83Cc\uD83C")).isEqualTo("a\uFFFDb\uFFFDc");
    assertThat(pieces.next("d")).isEqualTo("\uFFFDd");
    assertThat(pieces.next("\uD83C")).isEmpty();
    assertThat(pieces.rest()).isEqualTo("\uFFFD");
    assertThat(pieces.rest()).isEmpty();
  }

  @Test
  void nul_is_dropped() {
    assertThat(pieces.next("a\0b")).isEqualTo("ab");
    assertThat(pieces.next("\0")).isEmpty();
  }
}
