package dev.vidwiz.persistence.postgres;

/** The position of a task in the order of claims. */
public record Turn(boolean forGuest, long turn, long id) {

  /** Tells whether this is after another position, both of users or both of guests. */
  boolean isAfter(Turn other) {
    return turn == other.turn ? id > other.id : turn > other.turn;
  }
}
