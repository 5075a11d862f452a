package dev.vidwiz.bench.report;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The stored runs, one JSON file each. */
final class Runs {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new InstantJson())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Path folder;

  Runs(Path folder) {
    this.folder = folder;
  }

  void save(Run run) throws IOException {
    Files.createDirectories(folder);
    JSON.writeValue(folder.resolve(fileName(run)).toFile(), run);
  }

  /** Returns the newest earlier run that is comparable. */
  Optional<Run> former(Run run) throws IOException {
    return all().stream()
        .filter(each -> each.conditions().equals(run.conditions()))
        .filter(each -> each.time().isBefore(run.time()))
        .max(Comparator.comparing(Run::time));
  }

  private List<Run> all() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .flatMap(file -> read(file).stream())
          .toList();
    }
  }

  /** Reads a run; skips files of other versions. */
  private static Optional<Run> read(Path file) {
    try {
      return Optional.of(JSON.readValue(Files.readString(file), Run.class));
    } catch (JacksonException e) {
      System.err.println("Skipping " + file + ": " + e.getOriginalMessage());
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fileName(Run run) {
    String database = run.conditions().database().replaceAll("[^A-Za-z0-9.]+", "-");
    return run.time().toString().replace(':', '-') + "-" + database + ".json";
  }
}
