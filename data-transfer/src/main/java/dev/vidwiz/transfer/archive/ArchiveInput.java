package dev.vidwiz.transfer.archive;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads the lines of an archive. Damaged data throws a {@link BadArchiveException}. */
final class ArchiveInput {

  private static final int BUFFER = 1 << 16;

  /** The largest row is a transcript, whose quotes are escaped twice. */
  private static final int MAX_LINE_BYTES = 1 << 28;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;

  ArchiveInput(InputStream source) {
    try {
      this.in = new GZIPInputStream(source, BUFFER);
    } catch (ZipException | EOFException e) {
      throw new BadArchiveException("it is not a VidWiz archive: it is not compressed by gzip", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the next line with its line feed, or null at the end of the archive. */
  byte @Nullable [] next() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (from < to || fill()) {
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      boolean whole = end < to;
      int length = end - from + (whole ? 1 : 0);
      line.write(buffer, from, length);
      from += length;
      if (whole) {
        return line.toByteArray();
      }
      if (line.size() > MAX_LINE_BYTES) {
        throw new BadArchiveException("it has a line that is longer than any row");
      }
    }
    if (line.size() > 0) {
      throw new BadArchiveException("its end is missing");
    }
    return null;
  }

  private boolean fill() {
    try {
      from = 0;
      to = in.read(buffer);
      return to > 0;
    } catch (ZipException e) {
      throw new BadArchiveException("it is damaged: " + e.getMessage(), e);
    } catch (EOFException e) {
      throw new BadArchiveException("its end is missing", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
