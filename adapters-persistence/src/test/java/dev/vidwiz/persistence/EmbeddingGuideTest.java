package dev.vidwiz.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in docs/embedding.md is compiled for Java 21 and run as it stands there. */
class EmbeddingGuideTest {

  private static final Path GUIDE = Path.of("../docs/embedding.md");

  @TempDir private Path folder;

  @Test
  void the_program_in_the_guide_prints_what_the_guide_says() throws Exception {
    Path source = Files.writeString(folder.resolve("Learning.java"), block("java"));
    assertThat(compile(source)).isEmpty();
    assertThat(run("Learning")).isEqualTo(block("text"));
  }

  @Test
  void the_program_in_the_guide_is_an_example() throws Exception {
    Path example = Path.of("../examples/plain-java");
    assertThat(example.resolve("src/main/java/Learning.java")).hasContent(block("java"));
    assertThat(example.resolve("output.txt")).hasContent(block("text"));
    assertThat(Files.readString(GUIDE))
        .contains(Files.readString(example.resolve("src/main/resources/logback.xml")));
  }

  /** Returns the only block of the guide that is written in this language. */
  private static String block(String language) throws IOException {
    Pattern fence = Pattern.compile("(?ms)^```" + language + "$\\n(.*?)^```$");
    List<String> blocks =
        fence.matcher(Files.readString(GUIDE)).results().map(block -> block.group(1)).toList();
    assertThat(blocks).as(language + " in " + GUIDE).hasSize(1);
    return blocks.getFirst();
  }

  /** Returns what the compiler has against the source. */
  private String compile(Path source) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter findings = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("--release", "21", "-Xlint:all", "-cp", classpath(), "-d", folder.toString());
      compiler
          .getTask(findings, files, null, options, null, files.getJavaFileObjects(source))
          .call();
    }
    return findings.toString();
  }

  private String run(String program) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                folder + File.pathSeparator + classpath(),
                program)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(err)).isZero();
    return Files.readString(out);
  }

  /** Ours, absolute: the program runs in another folder. */
  private static String classpath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
