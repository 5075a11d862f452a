package dev.vidwiz.persistence.sqlite;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.settings.OwnerOnly;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Locks a file for one process and thread at a time during migrations. */
public final class FileGuard {

  /** A process cannot lock a file twice, so its threads wait here. */
  private static final ReentrantLock THIS_PROCESS = new ReentrantLock();

  private FileGuard() {}

  /**
   * Runs {@code work} on a file while holding a lock on the file of the same name with the suffix
   * {@code -lock}. The folder is created when missing. {@code work} gets the absolute path.
   *
   * @throws StorageException when the folder cannot be created or the file not locked
   */
  public static <T> T exclusively(Path file, Function<Path, T> work) {
    Path absolute = file.toAbsolutePath();
    createFolder(absolute);
    Path lockFile = absolute.resolveSibling(absolute.getFileName() + "-lock");
    THIS_PROCESS.lock();
    try {
      OwnerOnly.createFile(lockFile);
      return locked(lockFile, absolute, work);
    } catch (IOException e) {
      throw StorageException.unavailable("the file " + lockFile + " cannot be locked", e);
    } finally {
      THIS_PROCESS.unlock();
    }
  }

  private static <T> T locked(Path lockFile, Path absolute, Function<Path, T> work)
      throws IOException {
    try (FileChannel channel =
        FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      // Held until the channel is closed.
      channel.lock();
      // SQLite gives its other files the rights of this one.
      OwnerOnly.createFile(absolute);
      return work.apply(absolute);
    }
  }

  private static void createFolder(Path file) {
    Path folder = file.getParent();
    try {
      if (folder != null) {
        OwnerOnly.createFolders(folder);
      }
    } catch (IOException e) {
      throw StorageException.unavailable("the folder of " + file + " cannot be created", e);
    }
  }
}
