package dev.vidwiz.persistence.sqlite;

import dev.vidwiz.application.storage.StorageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Lets one process at a time, and one thread in it, prepare a file. */
public final class FileGuard {

  /** A process cannot lock a file twice, so its threads queue here. */
  private static final ReentrantLock THIS_PROCESS = new ReentrantLock();

  private FileGuard() {}

  /**
   * Runs {@code work} on a file while holding the lock on the file next to it that ends in -lock.
   * The folder is created when it is missing; the file is passed on with an absolute path.
   *
   * @throws StorageException when the folder cannot be created, or the lock not be had
   */
  public static <T> T exclusively(Path file, Function<Path, T> work) {
    Path absolute = file.toAbsolutePath();
    createFolder(absolute);
    Path lockFile = absolute.resolveSibling(absolute.getFileName() + "-lock");
    THIS_PROCESS.lock();
    try (FileChannel channel =
        FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      // Held until the channel is closed.
      channel.lock();
      return work.apply(absolute);
    } catch (IOException e) {
      throw StorageException.unavailable("the file " + lockFile + " cannot be locked", e);
    } finally {
      THIS_PROCESS.unlock();
    }
  }

  private static void createFolder(Path file) {
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw StorageException.unavailable("the folder of " + file + " cannot be created", e);
    }
  }
}
