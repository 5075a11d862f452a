package dev.vidwiz.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotEnvTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      ignoreLeadingAndTrailingWhitespace = false,
      quoteCharacter = '`',
      value = {
        "A=b -> b",
        "  A = b   -> b",
        "export A=b -> b",
        "A=b c -> b c",
        "A=b # c -> b",
        "A=b#c -> b#c",
        "A=\"b # c\" -> b # c",
        "A=\"b\" # c -> b",
        "A='b \\n \"c\"' -> b \\n \"c\"",
        "A=\"\\\\ \\\"q\\\"\" -> \\ \"q\"",
        "A=it's -> it's",
        "A=b==c -> b==c",
        "A=$HOME -> $HOME",
        "A=# c -> ``",
        "A= -> ``",
        "A=\"\" -> ``",
      })
  void parses_values_like_shells(String line, String value) {
    assertThat(DotEnv.parse(line, ".env"))
        .isEqualTo(new Source(".env", Map.of("A", value), List.of()));
  }

  @Test
  void skips_comments_and_empty_lines_and_uses_the_last_of_two_values() {
    assertThat(DotEnv.parse("\uFEFF# a\r\n\r\n  # b\nA=1\r\nA=2\n", ".env").values())
        .isEqualTo(Map.of("A", "2"));
  }

  @Test
  void reports_lines_that_it_cannot_parse() {
    assertThat(DotEnv.parse("A=1\nnonsense\nB='2\n1C=3", ".env").problems())
        .extracting(Problem::name)
        .containsExactly(".env, line 2,", ".env, line 3,", ".env, line 4,");
  }

  @Test
  void requires_no_file(@TempDir Path folder) {
    assertThat(DotEnv.read(folder.resolve(".env"), ".env").values()).isEmpty();
  }

  @Test
  void reports_a_file_that_it_cannot_read(@TempDir Path folder) throws Exception {
    Files.createDirectory(folder.resolve(".env"));
    assertThat(DotEnv.read(folder.resolve(".env"), ".env").problems())
        .singleElement()
        .hasToString(".env cannot be read as UTF-8 text (IOException). Example: a line PORT=5000");
  }
}
