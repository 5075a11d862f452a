package dev.vidwiz.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.NeedsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The alerts of the guide. Debian has promtool in the package prometheus. */
class AlertsTest {

  private static final Path DOCS = Path.of("..", "docs");
  private static final String PROMTOOL = "/usr/bin/promtool";
  private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");
  private static final Pattern EXPECTED =
      Pattern.compile("alertname: (\\w+)\\s+exp_alerts:\\s+- exp_labels");

  @Test
  @NeedsPrograms(PROMTOOL)
  void promtool_sees_the_alerts_fire() throws IOException, InterruptedException {
    Process promtool =
        new ProcessBuilder(PROMTOOL, "test", "rules", "alerts-test.yml")
            .directory(DOCS.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(promtool.getInputStream().readAllBytes(), UTF_8);

    assertThat(promtool.waitFor()).as(output).isZero();
  }

  @Test
  void each_alert_has_a_case_in_which_it_fires() throws IOException {
    assertThat(names(EXPECTED, "alerts-test.yml"))
        .containsAll(names(ALERT, "alerts.yml"))
        .hasSizeGreaterThan(7);
  }

  private static Set<String> names(Pattern pattern, String file) throws IOException {
    return pattern
        .matcher(Files.readString(DOCS.resolve(file)))
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toSet());
  }
}
