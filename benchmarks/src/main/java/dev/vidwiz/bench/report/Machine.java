package dev.vidwiz.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The machine of a run.
 *
 * @param processor the model of the processor
 * @param jdk the version of the JDK of the benchmarks
 */
public record Machine(String processor, int cores, String jdk) {

  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  /** Returns the machine that this runs on. */
  public static Machine here() {
    Runtime runtime = Runtime.getRuntime();
    return new Machine(
        processorHere(), runtime.availableProcessors(), Runtime.version().toString());
  }

  private static String processorHere() {
    try (Stream<String> lines = Files.lines(CPU_INFO)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElseGet(Machine::architecture);
    } catch (IOException e) {
      return architecture();
    }
  }

  private static String architecture() {
    return System.getProperty("os.arch", "unknown");
  }
}
