package dev.vidwiz.persistence.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads the lines of an archive. What is no archive is refused. */
final class ArchiveInput {

  private static final int BUFFER = 1 << 16;

  /** A row is at most a transcript, whose quotes are escaped twice. */
  private static final int LONGEST_LINE = 1 << 28;

  private final InputStream in;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(BUFFER);

  ArchiveInput(InputStream source) throws IOException {
    InputStream unzipped;
    try {
      unzipped = new GZIPInputStream(source, BUFFER);
    } catch (ZipException | EOFException e) {
      throw new BadArchiveException("it is no archive of VidWiz: it is not compressed by gzip", e);
    }
    this.in = new BufferedInputStream(unzipped, BUFFER);
  }

  /** Returns the next line with the line feed at its end, or null when there is none. */
  byte @Nullable [] next() throws IOException {
    line.reset();
    try {
      for (int read = in.read(); read >= 0; read = in.read()) {
        line.write(read);
        if (read == '\n') {
          return line.toByteArray();
        }
        if (line.size() >= LONGEST_LINE) {
          throw new BadArchiveException("it has a line that is longer than any row");
        }
      }
    } catch (ZipException e) {
      throw new BadArchiveException("it is damaged: " + e.getMessage(), e);
    } catch (EOFException e) {
      throw new BadArchiveException("its end is missing", e);
    }
    if (line.size() > 0) {
      throw new BadArchiveException("its end is missing");
    }
    return null;
  }
}
