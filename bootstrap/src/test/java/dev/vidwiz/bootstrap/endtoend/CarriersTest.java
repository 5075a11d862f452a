package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On how many threads of the system the virtual ones of a server run. */
final class CarriersTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "SQLITE, -XX:ActiveProcessorCount=2, 4",
    "SQLITE, -XX:ActiveProcessorCount=6, 6",
    "SQLITE, -Djdk.virtualThreadScheduler.parallelism=3, 3",
    "POSTGRESQL, -XX:ActiveProcessorCount=2, 2"
  })
  void there_are_enough_for_the_database(ServerDatabase.Kind kind, String option, int carriers)
      throws IOException {
    try (ServerDatabase database = kind.create(folder)) {
      Map<String, String> settings = new HashMap<>(database.settings());
      settings.put("JAVA_TOOL_OPTIONS", option);
      try (Server server = Server.start(folder, settings)) {
        assertThat(scheduler(server)).contains("parallelism = " + carriers + ",");
      }
    }
  }

  private static String scheduler(Server server) throws IOException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    String pid = Long.toString(server.program().pid());
    Process process = new ProcessBuilder(jcmd.toString(), pid, "Thread.vthread_scheduler").start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
