package dev.vidwiz.bench.report;

import java.util.Locale;

/** How much a value has changed, in percent of what it was. */
record Change(double percent, Verdict verdict) {

  /** Below this, in percent, runs of the same code differ, too. */
  private static final double NOISE = 5;

  /** Which changes are welcome. */
  enum Better {
    MORE,
    LESS
  }

  /** What a change means. */
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
