package dev.vidwiz.transfer.importing;

import java.util.HashSet;
import java.util.Set;

/**
 * Ids of rows that the target has, or would have without the dry run, for rows that refer to them.
 */
record ImportedIds(Set<Long> users, Set<String> videos, Set<Long> conversations) {

  ImportedIds() {
    this(new HashSet<>(), new HashSet<>(), new HashSet<>());
  }
}
