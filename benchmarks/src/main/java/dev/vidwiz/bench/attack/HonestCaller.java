package dev.vidwiz.bench.attack;

import dev.vidwiz.bench.http.Connection;
import dev.vidwiz.bench.load.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * A client that sends the same request at fixed times, and waits for each response.
 *
 * @param name what it asks for
 * @param request the request
 * @param status the expected status
 * @param interval the time between two requests
 */
public record HonestCaller(String name, byte[] request, int status, Duration interval) {

  /** Returns a caller for a server and a time. */
  Callable<Outcome> on(int port, Duration time) {
    return () -> {
      Outcome outcome = new Outcome();
      long start = System.nanoTime();
      try (Calls calls = new Calls(port)) {
        for (long next = 0; next < time.toNanos(); next += interval.toNanos()) {
          sleepUntil(start + next);
          calls.make(this, outcome);
        }
      }
      return outcome;
    };
  }

  private static void sleepUntil(long nanoTime) throws InterruptedException {
    Thread.sleep(Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime())));
  }

  /** Connects again after an error. */
  private static final class Calls implements AutoCloseable {

    private final int port;
    private Connection connection;

    Calls(int port) throws IOException {
      this.port = port;
      this.connection = Connection.open(port);
    }

    void make(HonestCaller caller, Outcome outcome) throws IOException {
      long start = System.nanoTime();
      try {
        int status = connection.call(caller.request).status();
        if (status == caller.status) {
          outcome.add(System.nanoTime() - start);
        } else {
          outcome.addError(caller.name + ": " + status);
        }
      } catch (IOException e) {
        outcome.addError(caller.name + ": " + e.getMessage());
        connection.close();
        connection = Connection.open(port);
      }
    }

    @Override
    public void close() throws IOException {
      connection.close();
    }
  }
}
