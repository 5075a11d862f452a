package dev.vidwiz.bench.load;

/** Counts the operations of one round: those that may still start, and those in progress. */
final class Round {

  private final Outcome outcome = new Outcome();
  private long left;
  private int underWay;

  Round(long operations) {
    this.left = operations;
  }

  Outcome outcome() {
    return outcome;
  }

  /** Returns the number of operations in progress. */
  int underWay() {
    return underWay;
  }

  /** Prevents further operations from starting. */
  void stop() {
    left = 0;
  }

  /** Returns whether one more operation may start, and counts it as started. */
  boolean begin() {
    if (left == 0) {
      return false;
    }
    left--;
    underWay++;
    return true;
  }

  void succeeded(long nanos) {
    underWay--;
    outcome.add(nanos);
  }

  void failed(String error) {
    underWay--;
    outcome.addError(error);
  }
}
