package dev.vidwiz.youtube;

/** A way to learn something about a video. Thread-safe. */
interface Source {

  /** Returns the name that operators read in metrics, logs and tables. */
  String name();

  /** Returns what it asks first, for people. */
  String request();

  /**
   * Tells whether it asks as a client that plays videos. Two of those must agree before a video is
   * taken to have nothing for good.
   */
  default boolean isClient() {
    return false;
  }
}
