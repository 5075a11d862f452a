package dev.vidwiz.application.health;

/** Checks one part. Must be cheap and change nothing. */
@FunctionalInterface
public interface Check {

  /**
   * Returns when the part works. The thread is interrupted after a timeout. There are no concurrent
   * calls.
   *
   * @throws DegradedException when the part works only partly
   * @throws DownException when the part does not work, and the check can say why
   * @throws Exception when the part does not work; the message is for the log only
   */
  void look() throws Exception;
}
