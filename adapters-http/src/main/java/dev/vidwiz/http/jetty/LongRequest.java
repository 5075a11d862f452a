package dev.vidwiz.http.jetty;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/**
 * A request that is answered when something happens. It is carried on by a virtual thread of its
 * own: what waits is kept with its whole stack, and the one by which a request comes through Jetty
 * and Javalin takes 8 kB.
 */
public final class LongRequest {

  /** What is left to be done for a request; what it throws is answered as usual. */
  @FunctionalInterface
  public interface Work {

    void run() throws IOException, InterruptedException;
  }

  private LongRequest() {}

  /** Does the work when the handler has returned. */
  public static void carryOn(Context ctx, Work work) {
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
