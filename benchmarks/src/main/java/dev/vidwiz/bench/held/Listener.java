package dev.vidwiz.bench.held;

import dev.vidwiz.bench.http.Response;
import java.io.IOException;

/** Receives the responses of held requests, in the thread of the {@link Holder}. */
public interface Listener {

  /**
   * A part of the response has arrived.
   *
   * @param complete whether it was the last part
   */
  void received(Response response, boolean complete);

  /** The connection was lost. */
  void lost(IOException reason);
}
