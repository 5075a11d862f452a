package dev.vidwiz.persistence.postgres;

/** The place of a task in the line of those that can be claimed. */
public record Turn(boolean forGuest, long turn, long id) {

  /** Tells whether a place among those of the same requesters, users or guests, comes before. */
  boolean isAfter(Turn other) {
    return turn == other.turn ? id > other.id : turn > other.turn;
  }
}
