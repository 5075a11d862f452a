package dev.vidwiz.bench.load;

import dev.vidwiz.bench.http.Response;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one client. An operation is one request or several, each of which depends on the
 * response to the previous one. For one thread.
 */
public interface Dialogue {

  /** Returns the first request of the next operation. */
  byte[] begin();

  /** Returns whether the response is as expected. */
  boolean isExpected(Response response);

  /**
   * Returns the next request of the operation; null when it is done.
   *
   * @param response an expected response
   */
  default byte @Nullable [] goOn(Response response) {
    return null;
  }

  /** Returns a dialogue that repeats one request and expects a status. */
  static Dialogue repeating(byte[] request, int status) {
    return new Dialogue() {
      @Override
      public byte[] begin() {
        return request;
      }

      @Override
      public boolean isExpected(Response response) {
        return response.status() == status;
      }
    };
  }
}
