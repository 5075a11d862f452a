package dev.vidwiz.application.chat;

import dev.vidwiz.application.failure.InfrastructureException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A model gave no usable answer. The message says why, in words that an operator can use. */
public final class ChatModelException extends InfrastructureException {

  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Kind {
    /** The server could not be reached, was overloaded, broke off or fell silent. */
    UNAVAILABLE,
    /** The server did not accept our key. */
    KEY_REFUSED,
    /** The server understood and will never do it: an unknown model, a prompt that is too long. */
    REFUSED,
    /** The answer ended without any content. */
    NO_CONTENT
  }

  private final Kind kind;
  private final transient @Nullable Duration retryAfter;

  /** Keeps what happened and, when the server said so, how long to wait before asking again. */
  public ChatModelException(
      Kind kind, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.retryAfter = retryAfter;
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
}
