package dev.vidwiz.application.chat;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Forgets what was used of the quotas of days gone by. */
public final class ForgetOldQuotas {

  private final Quotas quotas;
  private final InstantSource clock;

  /** Works on the given quotas. */
  public ForgetOldQuotas(Quotas quotas, InstantSource clock) {
    this.quotas = quotas;
    this.clock = clock;
  }

  /** Keeps yesterday, for answers that fail after midnight and give back what they took. */
  public void forget() {
    quotas.removeBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1));
  }
}
