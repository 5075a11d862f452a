package dev.vidwiz.transfer.archive;

import static dev.vidwiz.application.storage.Samples.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vidwiz.persistence.EmptyDatabase;
import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** An archive in memory, for tests to read and modify. */
final class TestArchive {

  private static final ObjectMapper JSON = new ObjectMapper();
  static final Progress SILENT = (table, rows) -> {};

  private final byte[] bytes;

  TestArchive(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Archives a database. */
  static TestArchive of(DatabaseSettings settings) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Archiver.write(settings, out, new Archiver.Origin(NOW, "1.2.3"), SILENT);
    return new TestArchive(out.toByteArray());
  }

  /** Creates an archive of unchanged lines. */
  static TestArchive ofLines(List<String> lines) {
    return compressed(String.join("\n", lines) + "\n");
  }

  /** Creates an archive of a text. */
  static TestArchive compressed(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TestArchive(out.toByteArray());
  }

  /** Creates an archive of lines, and adds valid check sums. */
  static TestArchive sealed(String... lines) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ArchiveOutput output = new ArchiveOutput(out);
      List<TableSummary> summaries = new ArrayList<>();
      TableDigest tableDigest = null;
      for (String line : lines) {
        byte[] bytes = (line + "\n").getBytes(UTF_8);
        output.write(bytes);
        if (line.startsWith("[")) {
          tableDigest.add(bytes);
        } else if (line.startsWith("{\"table\"")) {
          addTotal(tableDigest, summaries);
          tableDigest = new TableDigest(JSON.readTree(line).get("table").textValue(), SILENT);
        }
      }
      addTotal(tableDigest, summaries);
      output.end(summaries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TestArchive(out.toByteArray());
  }

  private static void addTotal(TableDigest tableDigest, List<TableSummary> summaries) {
    if (tableDigest != null) {
      summaries.add(tableDigest.summary());
    }
  }

  static EmptyDatabase emptyWithTables(EmptyDatabase.Kind kind, Path folder, String name) {
    EmptyDatabase database = EmptyDatabase.create(kind, folder, name);
    JdbiStorage.open(database.settings()).close();
    return database;
  }

  long restore(DatabaseSettings target) {
    return Restorer.read(new ByteArrayInputStream(bytes), target, 0, SILENT);
  }

  void check() {
    Restorer.check(new ByteArrayInputStream(bytes), SILENT);
  }

  byte[] bytes() {
    return bytes.clone();
  }

  List<String> lines() {
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return List.of(new String(zip.readAllBytes(), UTF_8).split("\n", -1)).stream()
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode json(int line) {
    try {
      return JSON.readTree(lines().get(line));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
