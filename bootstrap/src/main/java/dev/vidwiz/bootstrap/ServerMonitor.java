package dev.vidwiz.bootstrap;

import dev.vidwiz.bootstrap.log.RequestLog;
import dev.vidwiz.bootstrap.metrics.Metrics;
import dev.vidwiz.http.monitor.CompletedRequest;
import dev.vidwiz.http.monitor.HoldReason;
import dev.vidwiz.http.monitor.Monitor;

/** Tells the log and the metrics of requests. */
record ServerMonitor(Metrics all) implements Monitor {

  @Override
  public void held(HoldReason reason) {
    all.http().held(reason);
  }

  @Override
  public void completed(CompletedRequest request) {
    all.http().completed(request);
    RequestLog.write(request);
  }

  @Override
  public String metrics() {
    return all.scrape();
  }
}
