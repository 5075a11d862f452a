package dev.vidwiz.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a temporary clone, with a JDK and a Maven that only print their arguments. */
class LauncherTest {

  @TempDir Path clone;

  @BeforeEach
  void clone_and_tools() throws IOException {
    Files.copy(Path.of("..", "vidwiz"), clone.resolve("vidwiz"));
    write("pom.xml", "");
    write("bootstrap/src/main/Main.java", "");
    write("benchmarks/src/main/Bench.java", "");
    write("jdk/release", "JAVA_VERSION=\"25.0.1\"\n");
    script("jdk/bin/javac", "");
    script("jdk/bin/java", "for word; do echo \"$word\"; done");
    script(
        "tools/mvn",
        """
        echo "$*" >>builds
        : >bootstrap/target/vidwiz.jar
        case $* in
          *-Pbenchmarks*)
            mkdir -p benchmarks/target
            : >benchmarks/target/vidwiz-benchmarks.jar
            ;;
        esac
        """);
  }

  @Test
  void builds_the_program_once_and_runs_it() throws Exception {
    assertThat(run("serve", "now"))
        .endsWith("-jar", jar("bootstrap/target/vidwiz"), "serve", "now");
    assertThat(run("config")).endsWith("-jar", jar("bootstrap/target/vidwiz"), "config");
    assertThat(builds()).containsExactly("-B -ntp -Dquick package");
  }

  @Test
  void builds_again_after_a_change() throws Exception {
    run("config");
    change("bootstrap/src/main/Main.java");
    run("config");
    assertThat(builds()).hasSize(2);
  }

  @Test
  void bench_also_builds_the_benchmarks() throws Exception {
    run("config");
    assertThat(run("bench", "micro", "Jwt"))
        .endsWith("-jar", jar("benchmarks/target/vidwiz-benchmarks"), "micro", "Jwt");
    run("bench");
    assertThat(builds())
        .containsExactly("-B -ntp -Dquick package", "-B -ntp -Dquick -Pbenchmarks package");
  }

  @Test
  void a_change_in_the_benchmarks_does_not_rebuild_the_program() throws Exception {
    run("bench");
    change("benchmarks/src/main/Bench.java");
    run("config");
    assertThat(builds()).hasSize(1);
    run("bench");
    assertThat(builds()).hasSize(2);
  }

  @Test
  void without_benchmarks_the_program_reports_that() throws Exception {
    Files.delete(clone.resolve("benchmarks/src/main/Bench.java"));
    for (String folder : List.of("benchmarks/src/main", "benchmarks/src", "benchmarks")) {
      Files.delete(clone.resolve(folder));
    }
    assertThat(run("bench")).endsWith("-jar", jar("bootstrap/target/vidwiz"), "bench");
  }

  /** The master of a pseudo-terminal is a terminal, too. */
  @Test
  void says_whether_standard_error_is_a_terminal() throws Exception {
    run("config");
    assertThat(run("config")).doesNotContain("-Dvidwiz.terminal=true");
    assertThat(runWithErrors(Path.of("/dev/ptmx"), "config")).contains("-Dvidwiz.terminal=true");
  }

  /** Returns the arguments of the JVM. */
  private List<String> run(String... arguments) throws Exception {
    return runWithErrors(clone.resolve("errors"), arguments);
  }

  private List<String> runWithErrors(Path errors, String... arguments) throws Exception {
    List<String> command = Stream.concat(Stream.of("./vidwiz"), Stream.of(arguments)).toList();
    ProcessBuilder builder = new ProcessBuilder(command).directory(clone.toFile());
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            Map.of(
                "JAVA_HOME",
                clone.resolve("jdk").toString(),
                "PATH",
                clone.resolve("tools") + ":/usr/bin:/bin"));
    builder.redirectError(errors.toFile());
    Process process = builder.start();
    List<String> output = process.inputReader().readAllLines();
    assertThat(process.waitFor()).as("errors in %s", errors).isZero();
    return output;
  }

  private List<String> builds() throws IOException {
    return Files.readAllLines(clone.resolve("builds"));
  }

  private String jar(String name) throws IOException {
    return clone.toRealPath().resolve(name + ".jar").toString();
  }

  private void change(String file) throws IOException {
    Files.setLastModifiedTime(
        clone.resolve(file), FileTime.from(Instant.now().plus(Duration.ofDays(1))));
  }

  private void script(String file, String commands) throws IOException {
    write(file, "#!/bin/sh\n" + commands);
    assertThat(clone.resolve(file).toFile().setExecutable(true)).isTrue();
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(clone.resolve(file).getParent());
    Files.writeString(clone.resolve(file), text);
  }
}
