package dev.vidwiz.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.chat.StreamedAnswer.Next.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ThoughtsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "<think>a</think>Yes # Yes",
        "<thinking>a</thinking>Yes # Yes",
        "<THOUGHT reason='x'>a</thought>Yes # Yes",
        "<seed:think>a</seed:think>Yes # Yes",
        "[THINK]a[/THINK]Yes # Yes",
        "◁think▷a◁/think▷Yes # Yes",
        "<|begin_of_thought|>a<|end_of_thought|>Yes # Yes",
        "<|channel|>analysis<|message|>a<|end|><|start|>assistant<|channel|>final<|message|>Yes #"
            + " Yes",
        "<think></think>Yes # Yes",
        "<think/>Yes # Yes",
        "a</think>Yes # Yes",
        "a</think>b</think>Yes # Yes",
        "Yes<reasoning>a # Yes",
        "Yes<think>a</think>, no # Yes, no",
        "<think>`</think>` ends it</think>Yes # Yes",
        "`<think>` begins it # `<think>` begins it",
        "a < b <thinker> [0:02] [THINKER] < # a < b <thinker> [0:02] [THINKER] <",
        "Yes <thin # Yes <thin",
      })
  void are_left_out_wherever_the_text_is_cut(String text, String answer) {
    assertThat(Thoughts.without(text)).isEqualTo(answer);
    for (int size = 1; size <= text.length(); size++) {
      assertThat(filtered(text, size)).as("cut after each %s", size).isEqualTo(answer);
    }
  }

  @Test
  void halves_of_characters_are_joined_or_replaced_and_nul_is_dropped() {
    assertThat(filtered("a\uD83C\uDFACb", 1)).isEqualTo("a\uD83C\uDFACb");
    assertThat(filtered("a\uDFACb\uD83Cc\uD83C", 1)).isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
    assertThat(filtered("a\uDFACb\uD83Cc\uD83C", 9)).isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
    assertThat(filtered("a\0b\0", 1)).isEqualTo("ab");
  }

  private static String filtered(String text, int size) {
    Thoughts thoughts = new Thoughts();
    StringBuilder answer = new StringBuilder();
    for (int from = 0; from < text.length(); from += size) {
      Text piece = thoughts.next(text.substring(from, Math.min(text.length(), from + size)));
      answer.replace(piece.anew() ? 0 : answer.length(), answer.length(), piece.text());
    }
    return answer.append(thoughts.rest().text()).toString();
  }
}
