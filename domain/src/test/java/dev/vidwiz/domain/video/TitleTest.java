package dev.vidwiz.domain.video;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.domain.input.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleTest {

  @ParameterizedTest
  @CsvSource({
    "Lecture, LECTURE",
    "Ärger, äRGER",
    "Straße, STRASSE",
    "ΟΔΟΣ, οδος",
    "ПРИВЕТ, привет",
    "İstanbul, istanbul",
    "ǅ, ǆ"
  })
  void folds_letter_case_in_every_script(String one, String other) {
    assertThat(Title.fold(one)).isEqualTo(Title.fold(other));
  }

  @Test
  void folds_a_substring_to_a_substring_of_the_folded_text() {
    assertThat(Title.fold("ΟΔΟΣΤΡΩΜΑ")).contains(Title.fold("οδος"));
  }

  @Test
  void keeps_characters_without_letter_case() {
    assertThat(Title.fold("日本語 100%_\\ 😀")).isEqualTo("日本語 100%_\\ 😀");
  }

  @Test
  void is_trimmed_and_bounded_in_code_points() {
    assertThat(Title.parse("  A title ")).isEqualTo(Parsed.accepted(new Title("A title")));
    assertThat(Title.parse("😀".repeat(500))).isInstanceOf(Parsed.Accepted.class);
    assertThat(Title.parse("😀".repeat(501))).isInstanceOf(Parsed.Refused.class);
    assertThat(Title.parse("   ")).isInstanceOf(Parsed.Refused.class);
  }
}
