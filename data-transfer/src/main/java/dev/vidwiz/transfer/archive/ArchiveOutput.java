package dev.vidwiz.transfer.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes the lines of an archive, compressed, and computes their check sum. */
final class ArchiveOutput {

  private static final int BUFFER = 1 << 16;

  private final GZIPOutputStream out;
  private final MessageDigest digest = Sha256.digest();

  ArchiveOutput(OutputStream target) throws IOException {
    this.out = new GZIPOutputStream(target, BUFFER);
  }

  /** Writes a record or a JSON object as a line. */
  void write(Object line) {
    write((ArchiveReader.JSON.valueToTree(line) + "\n").getBytes(UTF_8));
  }

  /** Writes a line that ends with a line feed. */
  void write(byte[] line) {
    digest.update(line);
    try {
      out.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the trailer and completes the compressed stream; the target stays open. */
  void end(List<TableSummary> summaries) throws IOException {
    write(new ArchiveReader.Trailer(summaries, Sha256.hex(digest)));
    out.finish();
    out.flush();
  }
}
