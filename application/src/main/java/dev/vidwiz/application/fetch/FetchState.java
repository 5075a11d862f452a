package dev.vidwiz.application.fetch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a worker fares with its source.
 *
 * @param since when that began
 * @param nextTry when the source is asked again; null while it is asked anyway
 * @param reason which source said what, for operators; null while the worker works
 */
public record FetchState(
    Kind kind, Instant since, @Nullable Instant nextTry, @Nullable String reason) {

  /** The states in which a worker can be. */
  public enum Kind {
    /** The source gives what it has. */
    WORKING,
    /** The source answers, and withheld what was asked for last. */
    WITHHELD,
    /** The source refuses this server; the worker rests. */
    BLOCKED,
    /** The source cannot be reached; the worker rests. */
    UNREACHABLE
  }
}
