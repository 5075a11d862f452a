package dev.vidwiz.llm;

import dev.vidwiz.application.chat.ChatModelException;

/** One request brought no whole answer. */
final class AttemptFailed extends Exception {

  private static final long serialVersionUID = 1L;

  private final ChatModelException reason;
  private final boolean worthRetrying;
  private final String refused;

  /**
   * Keeps what to tell the caller.
   *
   * @param worthRetrying whether the same request may succeed in a moment
   * @param refused what the server says about a request that it finds wrong; empty when it does not
   */
  AttemptFailed(ChatModelException reason, boolean worthRetrying, String refused) {
    super(reason);
    this.reason = reason;
    this.worthRetrying = worthRetrying;
    this.refused = refused;
  }

  ChatModelException reason() {
    return reason;
  }

  boolean worthRetrying() {
    return worthRetrying;
  }

  String refused() {
    return refused;
  }
}
