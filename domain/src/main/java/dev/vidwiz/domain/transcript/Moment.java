package dev.vidwiz.domain.transcript;

import java.util.Locale;

/** A moment of a video in whole seconds from its start. */
public record Moment(long seconds) {

  /** Rejects a moment before the start. */
  public Moment {
    if (seconds < 0) {
      throw new IllegalArgumentException("moment " + seconds);
    }
  }

  /** Returns {@code m:ss}, or {@code h:mm:ss} from the first hour on, as players show it. */
  public String clock() {
    long hours = seconds / 3600;
    long minutes = seconds / 60 % 60;
    return hours == 0
        ? String.format(Locale.ROOT, "%d:%02d", minutes, seconds % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", hours, minutes, seconds % 60);
  }
}
