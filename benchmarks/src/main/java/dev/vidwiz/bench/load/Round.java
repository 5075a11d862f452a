package dev.vidwiz.bench.load;

/** The operations of one run: how many may still begin, and how many are under way. */
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

  /** Returns how many operations have begun and not ended. */
  int underWay() {
    return underWay;
  }

  /** Lets no other operation begin. */
  void stop() {
    left = 0;
  }

  /** Tells whether one more operation may begin; it has begun then. */
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
