package dev.vidwiz.youtube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YtDlpProcessTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void tells_what_it_printed_and_how_it_ended() throws Exception {
    YtDlpProcess.Output output = run("printf 'ü'; printf 'é' >&2; exit 7", LONG);

    assertThat(output).isEqualTo(new YtDlpProcess.Output(7, "ü", "é"));
  }

  @Test
  void reads_nothing() throws Exception {
    assertThat(run("cat; echo done", LONG).text()).isEqualTo("done\n");
  }

  /** Both pipes hold less than this. */
  @Test
  void prints_much_to_both() throws Exception {
    String much = "head -c 60000 /dev/zero | tr '\\0' a";
    YtDlpProcess.Output output = run(much + " >&2; " + much + "; " + much, LONG);

    assertThat(output.text()).hasSize(120_000);
    assertThat(output.errors()).hasSize(60_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"exec yes", "yes", "exec yes >&2", "yes | cat"})
  void prints_no_more_than_it_may(String endless) throws Exception {
    assertThatThrownBy(() -> run(endless, LONG))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("it printed more than");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exec sleep 600",
        "sleep 600; echo done",
        "trap '' TERM; exec sleep 600",
        "sleep 600 & echo $! > \"$folder/child\"; wait"
      })
  void ends_in_time(String script) {
    assertUnreachable(script);
  }

  /** What it leaves behind may hold its output open. */
  @Test
  void ends_in_time_even_when_its_children_do_not() throws Exception {
    assertUnreachable("sleep 600 & echo $! > \"$folder/child\"");

    end(folder.resolve("child"));
  }

  @Test
  void ends_with_its_thread() throws Exception {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> run("exec sleep 600", LONG)).isInstanceOf(InterruptedException.class);
  }

  @Test
  void must_be_there() {
    assertThatThrownBy(() -> new YtDlpProcess(folder.resolve("nothing"), null).run(List.of(), LONG))
        .isInstanceOf(IOException.class);
  }

  private YtDlpProcess.Output run(String script, Duration limit) throws Exception {
    return new YtDlpProcess(new FakeYtDlp(folder).is(script).program(), null).run(List.of(), limit);
  }

  private void assertUnreachable(String script) {
    assertThatThrownBy(() -> run(script, Duration.ofMillis(300)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNREACHABLE));
  }

  private static void end(Path processId) throws IOException {
    if (Files.exists(processId)) {
      ProcessHandle.of(Long.parseLong(Files.readString(processId).strip()))
          .ifPresent(ProcessHandle::destroyForcibly);
    }
  }
}
