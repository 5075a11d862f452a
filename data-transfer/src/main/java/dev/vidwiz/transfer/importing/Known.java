package dev.vidwiz.transfer.importing;

import java.util.HashSet;
import java.util.Set;

/** What later rows may refer to: what is stored here by now, or would be but for a rehearsal. */
record Known(Set<Long> users, Set<String> videos, Set<Long> conversations) {

  Known() {
    this(new HashSet<>(), new HashSet<>(), new HashSet<>());
  }
}
