package dev.vidwiz.aws;

import dev.vidwiz.application.health.Check;
import dev.vidwiz.application.health.DownException;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** A check made again while it is too slow: it has a second, and a busy machine may need more. */
public final class PatientCheck {

  private static final long TIMEOUT = TimeUnit.SECONDS.toNanos(60);

  private PatientCheck() {}

  /** Looks until there is an outcome other than that time ran out. */
  public static void look(Check check) throws Exception {
    long start = System.nanoTime();
    while (true) {
      try {
        check.look();
        return;
      } catch (DownException e) {
        boolean isLate = e.getCause() instanceof ApiCallTimeoutException;
        if (!isLate || System.nanoTime() - start > TIMEOUT) {
          throw e;
        }
      }
    }
  }
}
