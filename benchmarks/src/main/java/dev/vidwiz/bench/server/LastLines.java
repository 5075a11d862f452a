package dev.vidwiz.bench.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the last lines of a log. */
final class LastLines {

  private static final int COUNT = 15;

  private LastLines() {}

  static String of(Path log) {
    try {
      List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - COUNT), lines.size()));
    } catch (IOException e) {
      return "(" + e + ")";
    }
  }
}
