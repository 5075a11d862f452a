package dev.vidwiz.persistence.migration;

import dev.vidwiz.application.storage.StorageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets one process at a time, and one thread in it, prepare a file. */
public final class FileGuard {

  /** A process cannot lock a file twice, so its threads queue here. */
  private static final ReentrantLock THIS_PROCESS = new ReentrantLock();

  private FileGuard() {}

  /**
   * Runs {@code work} while holding the lock on the file next to {@code file} that ends in -lock.
   */
  public static <T> T alone(Path file, Supplier<T> work) {
    Path lockFile = file.resolveSibling(file.getFileName() + "-lock");
    THIS_PROCESS.lock();
    try (FileChannel channel =
        FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      // Held until the channel is closed.
      channel.lock();
      return work.get();
    } catch (IOException e) {
      throw StorageException.unavailable("the file " + lockFile + " cannot be locked", e);
    } finally {
      THIS_PROCESS.unlock();
    }
  }
}
