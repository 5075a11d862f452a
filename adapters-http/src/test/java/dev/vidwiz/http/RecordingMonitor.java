package dev.vidwiz.http;

import dev.vidwiz.http.monitor.CompletedRequest;
import dev.vidwiz.http.monitor.HoldReason;
import dev.vidwiz.http.monitor.Monitor;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps what a monitor is told. */
public final class RecordingMonitor implements Monitor {

  private final LinkedBlockingQueue<CompletedRequest> completed = new LinkedBlockingQueue<>();
  private final List<HoldReason> held = new CopyOnWriteArrayList<>();

  @Override
  public void held(HoldReason reason) {
    held.add(reason);
  }

  @Override
  public void completed(CompletedRequest request) {
    completed.add(request);
  }

  @Override
  public String metrics() {
    return "some_metric 1\n";
  }

  /** Waits for the end of the request with this id. */
  public CompletedRequest await(String id) throws InterruptedException {
    CompletedRequest request;
    do {
      request = completed.poll(30, TimeUnit.SECONDS);
      if (request == null) {
        throw new AssertionError("no request " + id + " has ended");
      }
    } while (!request.id().equals(id));
    return request;
  }

  /** Returns why requests were held, in their order. */
  public List<HoldReason> held() {
    return List.copyOf(held);
  }
}
