package dev.vidwiz.persistence.task;

/** The position of a task in the order of claims. */
record Turn(boolean forGuest, long turn, long id) {

  /** Tells whether this is after another position, both of users or both of guests. */
  boolean isAfter(Turn other) {
    return turn == other.turn ? id > other.id : turn > other.turn;
  }
}
