package dev.vidwiz.http.worker;

/** The result of an upload to a server. */
public sealed interface UploadResult {

  /** The server stored the data. */
  record Stored() implements UploadResult {}

  /** The server rejected the admin token. */
  record TokenRefused() implements UploadResult {}

  /**
   * The server rejected the data.
   *
   * @param reason the status and the error message
   */
  record Refused(String reason) implements UploadResult {}

  /**
   * There was no response.
   *
   * @param reason the message or the class name of the failure, without a period
   */
  record Unreachable(String reason) implements UploadResult {}
}
