package dev.vidwiz.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A text file that is named on the command line. */
final class TextFile {

  private TextFile() {}

  /**
   * Reads a file or {@link Arguments#STANDARD_STREAM}, in UTF-8, or UTF-16 with a byte order mark.
   *
   * @throws CannotRun when it cannot be read, is larger, or has another encoding
   */
  static String read(String file, int maxBytes) {
    byte[] bytes = bytes(file, maxBytes);
    int mark = bytes.length < 2 ? 0 : ByteBuffer.wrap(bytes).getChar();
    try {
      return (mark == 0xfeff || mark == 0xfffe ? UTF_16 : UTF_8)
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      throw new CannotRun(
          ExitStatus.BAD_DATA,
          "%s is not UTF-8. Convert it: iconv -f ENCODING -t UTF-8, where ENCODING is often WINDOWS-1252"
              .formatted(file));
    }
  }

  private static byte[] bytes(String file, int maxBytes) {
    try (InputStream in =
        file.equals(Arguments.STANDARD_STREAM) ? System.in : Files.newInputStream(Path.of(file))) {
      byte[] bytes = in.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) {
        throw new CannotRun(
            ExitStatus.BAD_DATA, "%s has more than %d MiB".formatted(file, maxBytes >> 20));
      }
      return bytes;
    } catch (IOException | InvalidPathException e) {
      throw new CannotRun(
          ExitStatus.NO_INPUT, "cannot read %s (%s)".formatted(file, Causes.innermost(e)));
    }
  }
}
