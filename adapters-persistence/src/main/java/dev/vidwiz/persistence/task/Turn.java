package dev.vidwiz.persistence.task;

import java.util.Comparator;

/** The position of a task in the order of claims. */
record Turn(boolean forGuest, long turn, long id) implements Comparable<Turn> {

  private static final Comparator<Turn> ORDER =
      Comparator.comparing(Turn::forGuest)
          .thenComparingLong(Turn::turn)
          .thenComparingLong(Turn::id);

  @Override
  public int compareTo(Turn other) {
    return ORDER.compare(this, other);
  }

  /** Tells whether this is after another position, both of users or both of guests. */
  boolean isAfter(Turn other) {
    return turn == other.turn ? id > other.id : turn > other.turn;
  }
}
