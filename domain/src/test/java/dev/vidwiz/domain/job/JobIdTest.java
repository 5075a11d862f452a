package dev.vidwiz.domain.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.domain.input.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobIdTest {

  @Test
  void identifies_a_task_or_an_ai_job() {
    assertThat(JobId.parse("task-12").orThrow()).isEqualTo(JobId.task(12)).hasToString("task-12");
    assertThat(JobId.parse("ai-7").orThrow()).isEqualTo(JobId.ai(7)).hasToString("ai-7");
    assertThat(JobId.parse("9223372036854775807").orThrow()).isEqualTo(JobId.task(Long.MAX_VALUE));
    assertThat(JobId.parse("007").orThrow()).isEqualTo(JobId.task(7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "task-",
        "task-0",
        "ai-000",
        "-1",
        "+1",
        "1.0",
        " 1",
        "note-1",
        "TASK-1",
        "ai-task-1",
        "9223372036854775808",
        "99999999999999999999",
        "\u0661"
      })
  void has_no_other_form(String text) {
    assertThat(JobId.parse(text)).isInstanceOf(Parsed.Refused.class);
  }
}
