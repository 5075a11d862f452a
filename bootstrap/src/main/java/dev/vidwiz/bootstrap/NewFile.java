package dev.vidwiz.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Consumer;

/** Creates files atomically and durably. */
final class NewFile {

  /** The suffixes of a file and of those that SQLite creates beside it. */
  private static final List<String> SUFFIXES = List.of("", "-journal", "-wal", "-shm");

  private NewFile() {}

  /**
   * Lets {@code content} fill an empty file in the same folder, which only this user can read, and
   * then renames that file.
   *
   * @throws CannotRun when a file of that name exists, or it cannot be written
   */
  static void write(Path file, Consumer<Path> content) {
    Path whole = file.toAbsolutePath();
    Path part =
        whole.resolveSibling(
            "." + whole.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    try {
      refuseExisting(file);
      if (!Files.isDirectory(whole.resolveSibling("."))) {
        throw new IOException("there is no folder " + whole.getParent());
      }
      Files.createFile(part, onlyForOwner(whole));
      deleteOnExit(part);
      content.accept(part);
      sync(part, StandardOpenOption.WRITE);
      refuseExisting(file);
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
      sync(whole.resolveSibling("."), StandardOpenOption.READ);
    } catch (FileAlreadyExistsException e) {
      throw new CannotRun(
          ExitStatus.CANNOT_CREATE, e.getFile() + " already exists and is not overwritten");
    } catch (IOException | UncheckedIOException e) {
      throw cannotBeWritten(file, e);
    } finally {
      delete(part);
    }
  }

  private static void refuseExisting(Path file) throws FileAlreadyExistsException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
  }

  private static FileAttribute<?>[] onlyForOwner(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Also deletes it when the process is stopped. */
  private static void deleteOnExit(Path part) {
    SUFFIXES.forEach(suffix -> Path.of(part + suffix).toFile().deleteOnExit());
  }

  private static void delete(Path part) {
    for (String suffix : SUFFIXES) {
      try {
        Files.deleteIfExists(Path.of(part + suffix));
      } catch (IOException e) {
        // It may not exist, and a failure of the write is already reported.
      }
    }
  }

  private static void sync(Path path, StandardOpenOption option) throws IOException {
    try (FileChannel channel = FileChannel.open(path, option)) {
      channel.force(true);
    }
  }

  private static CannotRun cannotBeWritten(Path file, Exception why) {
    return new CannotRun(
        ExitStatus.CANNOT_CREATE,
        "cannot write %s (%s); no file was left there".formatted(file, Causes.innermost(why)));
  }
}
