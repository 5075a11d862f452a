package dev.vidwiz.application.concurrent;

/** The platform thread that runs the current virtual thread. */
public final class CarrierThread {

  private CarrierThread() {}

  /**
   * Lets other virtual threads run first. A virtual thread keeps its carrier until it blocks, so
   * long work that never blocks has to call this again and again.
   */
  @SuppressWarnings("ThreadPriorityCheck") // Virtual threads are scheduled in turn.
  public static void letOthersRun() {
    Thread.yield();
  }
}
