package dev.vidwiz.bench.load;

import dev.vidwiz.bench.http.Response;
import org.jspecify.annotations.Nullable;

/**
 * What one client says. An operation is one request or several, each of which depends on the answer
 * before it. For one thread.
 */
public interface Dialogue {

  /** Returns the first request of the next operation. */
  byte[] begin();

  /** Tells whether the answer is the one that was hoped for. */
  boolean isExpected(Response response);

  /**
   * Returns the next request of the operation; null when it is done.
   *
   * @param response an expected answer
   */
  default byte @Nullable [] goOn(Response response) {
    return null;
  }

  /** The same request again and again, to be answered with a status. */
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
