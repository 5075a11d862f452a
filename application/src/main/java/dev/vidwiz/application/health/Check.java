package dev.vidwiz.application.health;

/** Looks whether something that the server relies on is there. Cheap, and changes nothing. */
@FunctionalInterface
public interface Check {

  /**
   * Returns when it is there. Interrupted when that takes too long; never called twice at a time.
   *
   * @throws DegradedException when it is there and does less than it should
   * @throws Exception when it is not there; what it says is for the log only
   */
  void look() throws Exception;
}
