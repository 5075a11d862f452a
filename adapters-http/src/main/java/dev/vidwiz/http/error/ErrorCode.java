package dev.vidwiz.http.error;

/** The codes of error responses with their HTTP status. */
public enum ErrorCode {
  BAD_REQUEST(400),
  UNAUTHORIZED(401),
  FORBIDDEN(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  REQUEST_TIMEOUT(408),
  CONFLICT(409),
  PAYLOAD_TOO_LARGE(413),
  VALIDATION_ERROR(422),
  RATE_LIMIT_EXCEEDED(429),
  INTERNAL_ERROR(500),
  SERVICE_UNAVAILABLE(503);

  private static final int NOT_IMPLEMENTED = 501;
  private static final int VERSION_NOT_SUPPORTED = 505;

  private final int status;

  ErrorCode(int status) {
    this.status = status;
  }

  /** Returns the HTTP status of the code. */
  public int status() {
    return status;
  }

  /** Returns the code of a status; other statuses count as 400 or 500. */
  public static ErrorCode ofStatus(int status) {
    for (ErrorCode code : values()) {
      if (code.status == status) {
        return code;
      }
    }
    return status < 500 || status == NOT_IMPLEMENTED || status == VERSION_NOT_SUPPORTED
        ? BAD_REQUEST
        : INTERNAL_ERROR;
  }
}
