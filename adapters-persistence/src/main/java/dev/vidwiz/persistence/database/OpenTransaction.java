package dev.vidwiz.persistence.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** An open transaction of one thread, with the effects that follow its commit. */
final class OpenTransaction {

  private final List<Runnable> afterCommit = new ArrayList<>(2);
  private @Nullable Handle handle;
  private boolean changed;

  void begin(Handle connection) {
    handle = connection;
  }

  Handle handle() {
    return Objects.requireNonNull(handle);
  }

  /** A statement has changed a row. */
  void noteChange() {
    changed = true;
  }

  boolean hasChanged() {
    return changed;
  }

  List<Runnable> afterCommit() {
    return afterCommit;
  }
}
