package dev.vidwiz.bench.held;

import dev.vidwiz.bench.http.Response;
import java.io.IOException;

/** Hears what comes on connections that are held, on the thread of the {@link Holder}. */
public interface Listener {

  /**
   * Something of the response has come.
   *
   * @param complete whether it was the rest
   */
  void heard(Response response, boolean complete);

  /** A connection is lost. */
  void lost(IOException reason);
}
