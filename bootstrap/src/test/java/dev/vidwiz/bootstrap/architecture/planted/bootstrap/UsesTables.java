package dev.vidwiz.bootstrap.architecture.planted.bootstrap;

import dev.vidwiz.transfer.table.Tables;

/** Violation: a command works on the tables itself. */
public final class UsesTables {
  private UsesTables() {}

  static int count() {
    return Tables.ALL.size();
  }
}
