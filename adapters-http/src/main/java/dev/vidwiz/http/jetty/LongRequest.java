package dev.vidwiz.http.jetty;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/**
 * Runs a request that waits on its own virtual thread. A waiting thread keeps its whole stack, and
 * the frames of Jetty and Javalin would take 8 KB of it.
 */
public final class LongRequest {

  /** The rest of a request's work; exceptions get the usual error responses. */
  @FunctionalInterface
  public interface Work {

    void run() throws IOException, InterruptedException;
  }

  private LongRequest() {}

  /** Runs the work after the handler has returned. */
  public static void runAsync(Context ctx, Work work) {
    ctx.future(
        () -> {
          CompletableFuture<Void> end = new CompletableFuture<>();
          Thread.startVirtualThread(() -> run(work, end));
          return end;
        });
  }

  private static void run(Work work, CompletableFuture<Void> end) {
    try {
      work.run();
      end.complete(null);
    } catch (Throwable e) {
      end.completeExceptionally(e);
    }
  }
}
