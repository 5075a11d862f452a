package dev.vidwiz.application.storage;

import dev.vidwiz.application.failure.InfrastructureException;
import org.jspecify.annotations.Nullable;

/** A failure of the storage. */
public final class StorageException extends InfrastructureException {

  private static final long serialVersionUID = 1L;

  private final boolean temporary;

  private StorageException(String message, @Nullable Throwable cause, boolean temporary) {
    super(message, cause);
    this.temporary = temporary;
  }

  /** The storage cannot be reached or is overloaded. */
  public static StorageException unavailable(String message, @Nullable Throwable cause) {
    return new StorageException(message, cause, true);
  }

  /** The storage refused a statement, or holds invalid data. */
  public static StorageException broken(String message, @Nullable Throwable cause) {
    return new StorageException(message, cause, false);
  }

  @Override
  public boolean isTemporary() {
    return temporary;
  }
}
