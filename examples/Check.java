import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the program of an example in an empty folder, and compares all that it prints. */
public class Check {

  /** The arguments: a file with what it must print, a folder, and the main class. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(Files.createDirectories(Path.of(args[1])), "run");
    Path printed = folder.resolve("printed.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(args[2]);
    Process program =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    if (!program.waitFor(2, TimeUnit.MINUTES)) {
      program.destroyForcibly().waitFor();
    }
    String expected = Files.readString(Path.of(args[0]));
    String found = Files.readString(printed);
    if (program.exitValue() != 0 || !found.equals(expected)) {
      System.err.println("exit status " + program.exitValue() + ", and it printed:\n" + found);
      System.err.println("instead of:\n" + expected);
      System.exit(1);
    }
  }
}
