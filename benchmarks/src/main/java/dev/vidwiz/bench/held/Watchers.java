package dev.vidwiz.bench.held;

import dev.vidwiz.bench.http.Response;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** The watchers of a video. Thread-safe. */
public final class Watchers implements Listener {

  private final AtomicInteger surprises = new AtomicInteger();
  private volatile Arrivals news = new Arrivals(0);

  /** Returns the number of streams that ended. */
  public int surprises() {
    return surprises.get();
  }

  /** Starts to count the watchers that get the next change. */
  public Arrivals expect(int watchers) {
    news = new Arrivals(watchers);
    return news;
  }

  /** A part may end within an event, whose rest arrives later. */
  @Override
  public void received(Response response, boolean complete) {
    if (complete) {
      surprises.incrementAndGet();
    }
    if (complete || response.text().endsWith("\n\n")) {
      Arrivals current = news;
      if (response.takeText().contains("event: ")) {
        current.arrived();
      }
    }
  }

  @Override
  public void lost(IOException reason) {
    surprises.incrementAndGet();
  }
}
