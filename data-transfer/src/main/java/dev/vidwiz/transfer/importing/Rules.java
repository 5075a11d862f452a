package dev.vidwiz.transfer.importing;

import java.util.List;

/** How the rows of one table are taken over. For one import, by one thread. */
interface Rules {

  /** Returns where the rows come from. */
  OldTable table();

  /** Tells whether all rows have to be seen before one of them can be judged. */
  default boolean looksAhead() {
    return false;
  }

  /** Sees a row before any is converted. */
  default void lookAhead(OldRow row) {}

  /**
   * Turns an old row into one of ours; called once for each, in the order of their ids.
   *
   * @throws Unusable when it cannot be taken over
   */
  NewRow convert(Cells cells) throws Unusable;

  /** Returns what rows here hold of the values that must be unique. */
  default Held held(List<NewRow> rows, Target target) {
    return Held.NOTHING;
  }

  /**
   * Lets a row that is not here yet stand beside those that are.
   *
   * @throws Unusable when it cannot
   */
  default NewRow fitIn(NewRow row, Held held) throws Unusable {
    return row;
  }

  /** Learns that a row is here, so that others may refer to it. */
  default void isHere(NewRow row) {}
}
