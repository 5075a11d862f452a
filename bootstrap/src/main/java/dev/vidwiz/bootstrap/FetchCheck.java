package dev.vidwiz.bootstrap;

import dev.vidwiz.application.fetch.FetchState;
import dev.vidwiz.application.fetch.FetchState.Kind;
import dev.vidwiz.application.health.Check;
import dev.vidwiz.application.health.DegradedException;
import java.util.function.Supplier;

/** Checks the state of the built-in worker; sends no requests. */
record FetchCheck(Supplier<FetchState> worker) implements Check {

  @Override
  public void look() throws DegradedException {
    Kind kind = worker.get().kind();
    if (kind != Kind.WORKING) {
      throw new DegradedException("the worker is " + kind);
    }
  }
}
