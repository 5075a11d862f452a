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

/** A server that runs in a process of its own. Closing asks it to end. */
public final class Server implements AutoCloseable {

  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration LOOK_EVERY = Duration.ofMillis(2);
  private static final int STOP_PATIENCE_SECONDS = 30;
  private static final List<String> KEPT_ENVIRONMENT =
      List.of("PATH", "HOME", "JAVA_HOME", "LANG", "LC_ALL", "TMPDIR", "TZ");

  /** The name of a thread and, as its 14th and 15th value, its time in user and in system mode. */
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
   * Starts a server and waits for its first answer.
   *
   * @param port where the command makes it listen
   * @throws NotStartedException when it ends, or does not answer in time
   */
  public static Server start(Command command, int port) {
    try {
      return new Server(command, port, System.nanoTime());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a port that is free now. */
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

  /** Returns how long after its start the server gave its first answer. */
  public Duration firstAnswer() {
    return firstAnswer;
  }

  /** Returns how much of the cores' time the server has taken, in steps of 10 ms. */
  public Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /**
   * Returns how much of it the compilers of its JVM have taken; zero where the system does not
   * tell.
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

  /** Zero for other threads, and for one that has ended. */
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
   * Returns the resident memory, shared pages by their share; empty where the system does not tell.
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

  /** Returns the JVM and its flags, without those that fit one program only. */
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

  /** The JDK does not tell of arguments that are as long as class paths are in tests. */
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
      if (!process.waitFor(STOP_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
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
        String what = process.isAlive() ? "does not answer" : "ended: " + process.exitValue();
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
