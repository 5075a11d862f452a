package dev.vidwiz.bootstrap.architecture.planted.bootstrap;

import dev.vidwiz.transfer.table.Tables;

/** Against commands that work on the tables themselves. */
public final class AsksTables {
  private AsksTables() {}

  static int count() {
    return Tables.ALL.size();
  }
}
