package dev.vidwiz.bench.server;

import dev.vidwiz.bench.http.Connection;
import dev.vidwiz.bench.http.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server in a separate process. Closing stops it. */
public final class Server implements AutoCloseable {

  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration LOOK_EVERY = Duration.ofMillis(2);
  private static final int STOP_TIMEOUT_SECONDS = 30;
  private static final List<String> KEPT_ENVIRONMENT =
      List.of("PATH", "HOME", "JAVA_HOME", "LANG", "LC_ALL", "TMPDIR", "TZ");

  /** The name of a compiler thread, and fields 14 and 15: its time in user and system mode. */
  private static final Pattern COMPILER =
      Pattern.compile("\\(C[12] [^)]*\\)(?: \\S+){11} (\\d+) (\\d+)");

  private static final Duration TICK = Duration.ofMillis(10);
  private static final Pattern PSS = Pattern.compile("(?m)^Pss: +(\\d+) kB");

  private final Command command;
  private final Process process;
  private final int port;
  private final Duration firstAnswer;
  private final Thread hook;

  private Server(Command command, int port, long start) throws IOException {
    this.command = command;
    this.process = start(command);
    this.hook = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(hook);
    this.port = port;
    this.firstAnswer = awaitAnswer(start);
  }

  /**
   * Starts a server and waits for its first response.
   *
   * @param port the port on which the command makes it listen
   * @throws NotStartedException when it exits, or does not respond in time
   */
  public static Server start(Command command, int port) {
    try {
      return new Server(command, port, System.nanoTime());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a free port. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the port on which the server listens. */
  public int port() {
    return port;
  }

  /** Returns the time from the start to the first response. */
  public Duration firstAnswer() {
    return firstAnswer;
  }

  /** Returns the CPU time of the server, in steps of 10 ms. */
  public Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /**
   * Returns the part of the CPU time of the compilers of its JVM; zero when the system does not
   * provide it.
   *
   * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">stat of a thread</a>
   */
  public Duration compilerCpu() {
    try (Stream<Path> threads = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
      return threads.map(Server::compilerCpu).reduce(Duration.ZERO, Duration::plus);
    } catch (IOException e) {
      return Duration.ZERO;
    }
  }

  /** Returns zero for other threads, and for one that has ended. */
  private static Duration compilerCpu(Path thread) {
    try {
      Matcher times = COMPILER.matcher(Files.readString(thread.resolve("stat")));
      return times.find()
          ? TICK.multipliedBy(Long.parseLong(times.group(1)) + Long.parseLong(times.group(2)))
          : Duration.ZERO;
    } catch (IOException e) {
      return Duration.ZERO;
    }
  }

  /**
   * Returns the resident memory, with shared pages in proportion (PSS); empty when the system does
   * not provide it.
   *
   * @see <a href="https://www.kernel.org/doc/html/latest/filesystems/proc.html">smaps_rollup</a>
   */
  public OptionalDouble pssMegabytes() {
    try {
      Matcher pss =
          PSS.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/smaps_rollup")));
      return pss.find()
          ? OptionalDouble.of(Long.parseLong(pss.group(1)) / 1024.0)
          : OptionalDouble.empty();
    } catch (IOException e) {
      return OptionalDouble.empty();
    }
  }

  /** Returns the JVM and its flags, without those that are valid for one program only. */
  public List<String> jvm() {
    List<String> words = new ArrayList<>();
    words.add(process.info().command().orElseThrow());
    for (String word : arguments()) {
      if (word.equals("-jar") || word.equals("-cp")) {
        break;
      }
      if (!word.startsWith("-XX:AOTCache") && !word.startsWith("-Xlog:")) {
        words.add(word);
      }
    }
    return words;
  }

  /** ProcessHandle omits arguments that are as long as class paths in tests. */
  private List<String> arguments() {
    try {
      String line = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
      return Arrays.stream(line.split("\0", -1)).skip(1).toList();
    } catch (IOException e) {
      return process.info().arguments().map(List::of).orElse(List.of());
    }
  }

  @Override
  public void close() {
    process.destroy();
    Runtime.getRuntime().removeShutdownHook(hook);
    try {
      if (!process.waitFor(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static Process start(Command command) throws IOException {
    Files.createDirectories(command.folder());
    ProcessBuilder builder =
        new ProcessBuilder(command.words())
            .directory(command.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(command.log().toFile());
    builder.environment().keySet().retainAll(KEPT_ENVIRONMENT);
    builder.environment().putAll(command.environment());
    return builder.start();
  }

  private Duration awaitAnswer(long start) {
    while (!answers()) {
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      if (!process.isAlive() || waited.compareTo(START_TIMEOUT) > 0) {
        String what = process.isAlive() ? "does not respond" : "exited: " + process.exitValue();
        close();
        throw new NotStartedException(
            "the server %s. Its log, %s, ends with:%n%s"
                .formatted(what, command.log(), LastLines.of(command.log())));
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private boolean answers() {
    try (Connection connection = Connection.open(port)) {
      connection.call(Request.getAsGuest("/health"));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
