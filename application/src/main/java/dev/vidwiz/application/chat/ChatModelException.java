package dev.vidwiz.application.chat;

import dev.vidwiz.application.failure.InfrastructureException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A model gave no usable answer. The message explains why, for operators. */
public final class ChatModelException extends InfrastructureException {

  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Kind {
    /** The server could not be reached, was overloaded, closed the connection or timed out. */
    UNAVAILABLE,
    /** The server refused the API key. */
    KEY_REFUSED,
    /** The server refuses the request permanently: an unknown model, a prompt that is too long. */
    REFUSED,
    /** The answer has no content. */
    NO_CONTENT
  }

  private final Kind kind;
  private final boolean outage;
  private final transient @Nullable Duration retryAfter;

  /** {@code retryAfter} is null when the server did not send it. */
  public ChatModelException(
      Kind kind, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    this(kind, message, retryAfter, cause, false);
  }

  private ChatModelException(
      Kind kind,
      String message,
      @Nullable Duration retryAfter,
      @Nullable Throwable cause,
      boolean outage) {
    super(message, cause);
    this.kind = kind;
    this.retryAfter = retryAfter;
    this.outage = outage;
  }

  /** The server could not be connected to. */
  public static ChatModelException unreachable(String message, @Nullable Throwable cause) {
    return new ChatModelException(Kind.UNAVAILABLE, message, null, cause, true);
  }

  /** Returns what went wrong. */
  public Kind kind() {
    return kind;
  }

  /** Returns how long the server asked to wait. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  @Override
  public boolean isTemporary() {
    return kind == Kind.UNAVAILABLE || kind == Kind.NO_CONTENT;
  }

  @Override
  public boolean isOutage() {
    return outage;
  }
}
