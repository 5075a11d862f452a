package dev.vidwiz.application.storage;

import dev.vidwiz.application.failure.InfrastructureException;
import org.jspecify.annotations.Nullable;

/** A failure of the storage. */
public final class StorageException extends InfrastructureException {

  private static final long serialVersionUID = 1L;

  private enum Kind {
    UNAVAILABLE,
    OVERLOADED,
    BROKEN
  }

  private final Kind kind;

  private StorageException(String message, @Nullable Throwable cause, Kind kind) {
    super(message, cause);
    this.kind = kind;
  }

  /** The storage cannot be reached. */
  public static StorageException unavailable(String message, @Nullable Throwable cause) {
    return new StorageException(message, cause, Kind.UNAVAILABLE);
  }

  /** The storage can be reached and cannot do this for now. */
  public static StorageException overloaded(String message, @Nullable Throwable cause) {
    return new StorageException(message, cause, Kind.OVERLOADED);
  }

  /** The storage refused a statement, or holds invalid data. */
  public static StorageException broken(String message, @Nullable Throwable cause) {
    return new StorageException(message, cause, Kind.BROKEN);
  }

  @Override
  public boolean isTemporary() {
    return kind != Kind.BROKEN;
  }

  @Override
  public boolean isOutage() {
    return kind == Kind.UNAVAILABLE;
  }
}
