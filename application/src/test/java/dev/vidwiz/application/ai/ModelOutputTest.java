package dev.vidwiz.application.ai;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelOutputTest {

  private static final String NOTE = "Here is why it works: a loop ends when nothing is left.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "\n%s ",
        "**Note:** %s",
        "AI note: %s",
        "Note：%s",
        "Sure! Here is the note:\n\n%s",
        "Certainly. Here's a concise, one-line note for this moment: %s",
        "Of course, %s",
        "OK. This is the note: \"%s\"",
        "```\n%s\n```",
        "```json\n{\"note\": \"%s\"}\n```",
        "Here is the note:\n```text\n%s\n```\nI hope that helps!",
        "{\"note\": \"%s\", \"characters\": 54}",
        "Output: { \"text\" : \"%s\" }",
        "“%s”",
      })
  void only_the_note_is_left(String written) {
    assertThat(AiNotePrompt.clean(written.replace("%s", NOTE))).isEqualTo(NOTE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Notes are taken with a pencil: that slows thinking down.",
        "Okay is said to come from the Greek words for all is well.",
        "Here is the speaker's rule: measure twice and cut once, always.",
        "The summary statistics are wrong: the mean hides the outliers.",
        "A set {1, 2} has the braces that its inventor drew by hand.",
      })
  void text_that_resembles_an_introduction_stays(String note) {
    assertThat(AiNotePrompt.clean(note)).isEqualTo(note);
  }
}
