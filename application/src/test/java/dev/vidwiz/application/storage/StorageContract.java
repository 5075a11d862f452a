package dev.vidwiz.application.storage;

import dev.vidwiz.application.Storage;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of all ports have in common: a storage without a row in it. */
public abstract class StorageContract {

  /** The storage under test. */
  protected Storage storage;

  /** Returns an empty storage, which stays the subclass's to close. */
  protected abstract Storage emptyStorage();

  @BeforeEach
  final void takeStorage() {
    storage = emptyStorage();
  }
}
