package dev.vidwiz.bench.held;

import dev.vidwiz.bench.http.Response;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Workers that poll without getting a task. Thread-safe. */
public final class Pollers implements Listener {

  private static final int NO_CONTENT = 204;

  private final AtomicInteger surprises = new AtomicInteger();

  /** Returns the number of responses other than 204. */
  public int surprises() {
    return surprises.get();
  }

  @Override
  public void received(Response response, boolean complete) {
    if (complete && response.status() != NO_CONTENT) {
      surprises.incrementAndGet();
    }
  }

  @Override
  public void lost(IOException reason) {
    surprises.incrementAndGet();
  }
}
