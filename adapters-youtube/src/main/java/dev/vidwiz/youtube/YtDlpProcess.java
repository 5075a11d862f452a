package dev.vidwiz.youtube;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs yt-dlp without a shell, with limits on its time and output. It gets only the environment
 * variables that it needs, because others contain secrets. Thread-safe.
 */
record YtDlpProcess(Path program, @Nullable String proxy) {

  /** It prints about 600 kB for a video. */
  private static final int MAX_OUTPUT = 16 << 20;

  private static final int MAX_ERRORS = 64 << 10;

  private static final Set<String> ENVIRONMENT =
      Set.of(
          ("PATH HOME LANG LC_ALL TMPDIR TEMP TMP SYSTEMROOT XDG_CACHE_HOME XDG_CONFIG_HOME"
               + " PYTHONPATH SSL_CERT_FILE SSL_CERT_DIR HTTP_PROXY HTTPS_PROXY NO_PROXY http_proxy"
               + " https_proxy no_proxy")
              .split(" ", -1));

  /** The exit status, standard output and standard error. */
  record Output(int status, String text, String errors) {}

  /**
   * Runs the program to its end.
   *
   * @throws Refusal if it does not end in time, or prints too much
   * @throws IOException if the program cannot be started
   */
  Output run(List<String> arguments, Duration limit)
      throws Refusal, IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(program.toString());
    builder.command().addAll(arguments);
    builder.environment().keySet().retainAll(ENVIRONMENT);
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    if (proxy != null) {
      // Not an argument: every user of the machine can read those.
      builder.environment().keySet().removeIf(name -> name.equalsIgnoreCase("no_proxy"));
      Stream.of("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY")
          .forEach(name -> builder.environment().put(name, proxy));
    }
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      CompletableFuture<String> text = reading(process.getInputStream(), MAX_OUTPUT, process);
      CompletableFuture<String> errors = reading(process.getErrorStream(), MAX_ERRORS, process);
      // Its end is not enough: its child processes may keep the output open.
      CompletableFuture.allOf(process.onExit(), text, errors)
          .get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return new Output(process.exitValue(), text.join(), errors.join());
    } catch (TimeoutException e) {
      throw Refusal.unreachable("yt-dlp did not end within " + limit.toMillis() + " ms");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Refusal refusal ? refusal : Refusal.withheld("yt-dlp: " + e);
    } finally {
      end(process);
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static CompletableFuture<String> reading(InputStream in, int limit, Process process) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (in) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
              end(process);
              throw new IOException("it printed more than " + limit + " bytes");
            }
            return new String(bytes, UTF_8);
          } catch (IOException e) {
            throw new CompletionException(Refusal.withheld("yt-dlp: " + e.getMessage()));
          }
        },
        Thread::startVirtualThread);
  }
}
