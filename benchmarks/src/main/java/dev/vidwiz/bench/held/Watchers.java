package dev.vidwiz.bench.held;

import dev.vidwiz.bench.http.Response;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Those who watch a video. Thread-safe. */
public final class Watchers implements Listener {

  private final AtomicInteger surprises = new AtomicInteger();
  private volatile Arrivals news = new Arrivals(0);

  /** Returns how many were sent away. */
  public int surprises() {
    return surprises.get();
  }

  /** Begins to count who hears of what is going to happen now. */
  public Arrivals expect(int watchers) {
    news = new Arrivals(watchers);
    return news;
  }

  /** A piece may end within an event: then the rest is waited for. */
  @Override
  public void heard(Response response, boolean complete) {
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
