package dev.vidwiz.bench.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Formats comparisons as a self-contained HTML page, without scripts. */
final class Page {

  private Page() {}

  static String of(List<Comparison> comparisons) throws IOException {
    return """
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>VidWiz benchmarks</title>
    <style>
    %s</style>
    <h1>VidWiz benchmarks</h1>
    %s</html>
    """
        .formatted(style(), comparisons.stream().map(Section::of).collect(Collectors.joining()));
  }

  private static String style() throws IOException {
    try (InputStream css = Page.class.getResourceAsStream("page.css")) {
      return new String(
          Objects.requireNonNull(css, "page.css").readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
