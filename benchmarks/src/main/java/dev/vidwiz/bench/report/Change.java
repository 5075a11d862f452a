package dev.vidwiz.bench.report;

import java.util.Locale;

/** The change of a value, in percent of the former value. */
record Change(double percent, Verdict verdict) {

  /** Runs of the same code differ by up to this, in percent. */
  private static final double NOISE = 5;

  /** Whether a higher or a lower value is better. */
  enum Better {
    MORE,
    LESS
  }

  /** The assessment of a change. */
  enum Verdict {
    BETTER,
    SAME,
    WORSE
  }

  static Change of(double before, double now, Better better) {
    double percent = before == now ? 0 : (now / before - 1) * 100;
    double gain = better == Better.MORE ? percent : -percent;
    return new Change(percent, verdict(gain));
  }

  private static Verdict verdict(double gain) {
    if (Math.abs(gain) < NOISE) {
      return Verdict.SAME;
    }
    return gain > 0 ? Verdict.BETTER : Verdict.WORSE;
  }

  String text() {
    return Double.isFinite(percent) ? String.format(Locale.ROOT, "%+.0f %%", percent) : "new";
  }
}
