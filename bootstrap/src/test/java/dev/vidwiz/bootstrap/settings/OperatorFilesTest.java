package dev.vidwiz.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files for operators are consistent with the program. */
class OperatorFilesTest {

  private static final Path ROOT = Path.of("..");

  /** Variables of the launcher and of PostgreSQL's image. */
  private static final Set<String> NOT_OURS =
      Set.of("VIDWIZ_JAVA_OPTS", "POSTGRES_USER", "POSTGRES_DB", "POSTGRES_PASSWORD");

  @Test
  void the_guide_lists_every_setting_with_its_default() throws IOException {
    Settings none = Settings.read(List.of(new Source("none", Map.of(), List.of())));
    assertThat(rowsOfTheGuide())
        .containsExactlyElementsOf(
            none.shown().stream()
                .map(setting -> setting.name() + " " + defaultAsWritten(setting.value()))
                .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "Dockerfile, '(?:ENV |\\G(?<!^) )([A-Z][A-Z_0-9]+)=\\S+'",
    "compose.yaml, '(?m)^ +([A-Z][A-Z_0-9]+):'",
    "compose.yaml, '\\$\\{([A-Z_0-9]+)'",
    "packaging/vidwiz.service, '(?:Environment=|\\G(?<!^) )([A-Z][A-Z_0-9]+)=\\S+'",
  })
  void all_variables_are_settings_of_the_program(String file, String variable) throws IOException {
    assertThat(found(variable, Files.readString(ROOT.resolve(file))))
        .hasSizeGreaterThan(1)
        .isSubsetOf(
            Stream.concat(NOT_OURS.stream(), SettingTable.ROWS.stream().flatMap(Setting::names))
                .collect(Collectors.toSet()));
  }

  @Test
  void the_image_contains_the_files_that_the_launcher_requires() throws IOException {
    assertThat(found("COPY --from=build /src/(\\S+)", Files.readString(ROOT.resolve("Dockerfile"))))
        .containsExactly("vidwiz", "bootstrap/target/vidwiz.jar", "bootstrap/target/lib");
    assertThat(ROOT.resolve("vidwiz")).isExecutable();
    assertThat(Files.readString(ROOT.resolve("vidwiz")))
        .contains("target=$home/bootstrap/target\n", "jar=$target/vidwiz.jar\n");
  }

  /** Returns the first two cells of each row of the table of settings. */
  private static List<String> rowsOfTheGuide() throws IOException {
    String guide = Files.readString(ROOT.resolve("docs/operations.md"));
    String section = guide.substring(guide.indexOf("## Settings"), guide.indexOf("## Behind"));
    return Pattern.compile("(?m)^\\| `([A-Z_0-9]+)` \\| (`[^`]*`|–) \\|")
        .matcher(section)
        .results()
        .map(row -> row.group(1) + " " + row.group(2))
        .toList();
  }

  private static String defaultAsWritten(String value) {
    return value == null ? "–" : "`" + value + "`";
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1)).toList();
  }
}
