package dev.vidwiz.llm;

import dev.vidwiz.application.chat.ChatModelException;

/** One request brought no whole answer. */
final class AttemptFailed extends Exception {

  private static final long serialVersionUID = 1L;

  private final ChatModelException reason;
  private final boolean worthRetrying;

  AttemptFailed(ChatModelException reason, boolean worthRetrying) {
    super(reason);
    this.reason = reason;
    this.worthRetrying = worthRetrying;
  }

  /** Returns what to tell the caller. */
  ChatModelException reason() {
    return reason;
  }

  /** Tells whether the same request may succeed in a moment. */
  boolean worthRetrying() {
    return worthRetrying;
  }
}
