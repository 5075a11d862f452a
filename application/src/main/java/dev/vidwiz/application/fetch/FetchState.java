package dev.vidwiz.application.fetch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of a worker and its source.
 *
 * @param since when the state began
 * @param nextTry when the rest ends; null while the worker does not rest
 * @param reason the answer of the source, for operators; null in {@link Kind#WORKING}
 */
public record FetchState(
    Kind kind, Instant since, @Nullable Instant nextTry, @Nullable String reason) {

  /** The states of a worker. */
  public enum Kind {
    /** The source gives what is requested. */
    WORKING,
    /** The source answers but withheld what was requested last. */
    WITHHELD,
    /** The source refuses this server; the worker rests. */
    BLOCKED,
    /** The source cannot be reached; the worker rests. */
    UNREACHABLE
  }
}
