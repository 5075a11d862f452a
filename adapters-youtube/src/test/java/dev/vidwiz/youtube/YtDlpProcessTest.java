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
  void the_output_and_exit_status_are_returned() throws Exception {
    YtDlpProcess.Output output = run("printf 'ü'; printf 'é' >&2; exit 7", LONG);

    assertThat(output).isEqualTo(new YtDlpProcess.Output(7, "ü", "é"));
  }

  @Test
  void standard_input_is_empty() throws Exception {
    assertThat(run("cat; echo done", LONG).text()).isEqualTo("done\n");
  }

  /** This is more than the buffers of the pipes hold. */
  @Test
  void much_output_on_both_streams_is_read() throws Exception {
    String much = "head -c 60000 /dev/zero | tr '\\0' a";
    YtDlpProcess.Output output = run(much + " >&2; " + much + "; " + much, LONG);

    assertThat(output.text()).hasSize(120_000);
    assertThat(output.errors()).hasSize(60_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"exec yes", "yes", "exec yes >&2", "yes | cat"})
  void too_much_output_is_refused(String endless) throws Exception {
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
  void the_process_is_killed_after_the_time_limit(String script) {
    assertUnreachable(script);
  }

  /** A child process can keep the output open. */
  @Test
  void a_child_process_cannot_exceed_the_time_limit() throws Exception {
    assertUnreachable("sleep 600 & echo $! > \"$folder/child\"");

    end(folder.resolve("child"));
  }

  @Test
  void an_interrupted_thread_ends_the_process() throws Exception {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> run("exec sleep 600", LONG)).isInstanceOf(InterruptedException.class);
  }

  @Test
  void a_missing_program_throws_an_exception() {
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
