package dev.vidwiz.bootstrap.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells whether folders and files can be made and written. */
public final class Writable {

  private Writable() {}

  /** Tells why a folder cannot be made or written into; empty when it can. */
  public static Optional<String> obstacleOfFolder(Path folder) {
    Path there = folder.toAbsolutePath();
    while (there != null && !Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
      there = there.getParent();
    }
    return Optional.ofNullable(there == null ? "there is no root" : reason(there));
  }

  /** Tells why a file that may exist cannot be written; empty when it can. */
  public static Optional<String> obstacleOfFile(Path file) {
    return !Files.exists(file) || (Files.isRegularFile(file) && Files.isWritable(file))
        ? Optional.empty()
        : Optional.of(file + " cannot be written");
  }

  private static @Nullable String reason(Path there) {
    if (!Files.isDirectory(there)) {
      return there + " is not a folder";
    }
    if (!Files.isWritable(there)) {
      return there + " cannot be written into";
    }
    try {
      // Only an attempt shows that a file system takes new folders.
      Files.delete(Files.createTempDirectory(there, ".vidwiz"));
      return null;
    } catch (IOException e) {
      return there + " takes no new files (" + e.getClass().getSimpleName() + ")";
    }
  }
}
