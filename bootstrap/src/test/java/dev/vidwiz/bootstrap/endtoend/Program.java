package dev.vidwiz.bootstrap.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged program in a separate process, with only the given environment. */
final class Program implements AutoCloseable {

  /** The timeout of every wait. A wait takes that long only when a test fails. */
  static final long TIMEOUT_SECONDS = 60;

  /** The options with which the build created the AOT cache, which requires the same ones. */
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:AOTCache=" + Path.of("target", "tests.aot").toAbsolutePath(),
          "-Xlog:aot*=off",
          "-Xlog:cds*=off",
          "-Xmx512m");

  private static final String JAR = Path.of("target", "vidwiz.jar").toAbsolutePath().toString();

  private final Process process;
  private final Output output;
  private final Output errors;

  private Program(Process process) {
    this.process = process;
    this.output = new Output(process.inputReader(StandardCharsets.UTF_8));
    this.errors = new Output(process.errorReader(StandardCharsets.UTF_8));
  }

  /** Starts {@code vidwiz} with the given arguments in a working folder. */
  static Program start(Path folder, Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(List.of("-jar", JAR));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      return new Program(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends SIGTERM, as service managers do. */
  void terminate() {
    process.destroy();
  }

  /** Sends SIGKILL and waits for the end. */
  void kill() {
    process.destroyForcibly();
    exitStatus();
  }

  /** Waits for the program to end. */
  int exitStatus() {
    return exitStatus(TIMEOUT_SECONDS);
  }

  /** Waits for the program to end within some seconds. */
  int exitStatus(long seconds) {
    try {
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        throw new AssertionError("still running");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  /** Returns the standard output. */
  Output output() {
    return output;
  }

  /** Returns the standard error. */
  Output errors() {
    return errors;
  }

  @Override
  public void close() {
    kill();
  }
}
