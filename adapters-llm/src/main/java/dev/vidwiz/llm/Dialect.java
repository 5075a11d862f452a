package dev.vidwiz.llm;

import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** What is known of how one server differs. Thread-safe. */
final class Dialect {

  private static final System.Logger LOG = System.getLogger(Dialect.class.getName());

  private final Set<Trait> traits = new ConcurrentSkipListSet<>();
  private final String server;

  Dialect(String server) {
    this.server = server;
  }

  /** Returns what has been found so far. */
  Set<Trait> traits() {
    return Set.copyOf(traits);
  }

  /** Keeps what was found, for as long as the process lives. */
  void found(Trait trait) {
    if (traits.add(trait)) {
      LOG.log(Level.INFO, "the model''s server at {0} {1}", server, trait);
    }
  }
}
