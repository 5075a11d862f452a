package dev.vidwiz.application;

import dev.vidwiz.application.note.NoteLimits;
import dev.vidwiz.application.task.NewVideoLimits;
import java.util.Objects;

/**
 * The limits for each user and guest.
 *
 * @param newVideos the daily limits of new videos
 * @param notes how much a user may store
 */
public record UsageLimits(NewVideoLimits newVideos, NoteLimits notes) {
  /** Rejects null. */
  public UsageLimits {
    Objects.requireNonNull(newVideos, "newVideos");
    Objects.requireNonNull(notes, "notes");
  }

  /** The defaults. */
  public static final UsageLimits DEFAULTS =
      new UsageLimits(NewVideoLimits.DEFAULTS, NoteLimits.DEFAULTS);
}
