package dev.vidwiz.http.worker;

/** What became of something that was brought to a server. */
public sealed interface Delivery {

  /** The server has it. */
  record Stored() implements Delivery {}

  /** The server is there, and does not know the admin token. */
  record TokenRefused() implements Delivery {}

  /**
   * The server is there, and does not take it.
   *
   * @param reason its status and what it says
   */
  record Refused(String reason) implements Delivery {}

  /**
   * There is no answer.
   *
   * @param reason a sentence without a full stop, or the name of a failure
   */
  record Unreachable(String reason) implements Delivery {}
}
