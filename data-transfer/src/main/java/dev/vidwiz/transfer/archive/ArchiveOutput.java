package dev.vidwiz.transfer.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes the lines of an archive, compressed, and sums them up. */
final class ArchiveOutput {

  private static final int BUFFER = 1 << 16;

  private final GZIPOutputStream out;
  private final MessageDigest digest = Sha256.digest();

  ArchiveOutput(OutputStream target) throws IOException {
    this.out = new GZIPOutputStream(target, BUFFER);
  }

  void write(ObjectNode line) throws IOException {
    write((line + "\n").getBytes(UTF_8));
  }

  /** Writes a line that ends as lines do. */
  void write(byte[] line) throws IOException {
    digest.update(line);
    out.write(line);
  }

  /** Writes the last line; the target stays open. */
  void end(List<TableTotal> totals) throws IOException {
    write(new Trailer(totals, Sha256.hex(digest)).toJson());
    out.finish();
    out.flush();
  }
}
