package dev.vidwiz.llm;

import dev.vidwiz.application.chat.ChatModelException;
import dev.vidwiz.application.chat.ChatModelException.Kind;

/** One request brought no whole answer. */
final class AttemptFailed extends Exception {

  private static final long serialVersionUID = 1L;

  /** What to tell the caller. */
  final ChatModelException reason;

  /** Whether the same request may succeed in a moment. */
  final boolean worthRetrying;

  /** What the server says about a request that it finds wrong; empty when it does not. */
  final String refused;

  AttemptFailed(ChatModelException reason, boolean worthRetrying, String refused) {
    super(reason);
    this.reason = reason;
    this.worthRetrying = worthRetrying;
    this.refused = refused;
  }

  AttemptFailed(Kind kind, String message) {
    this(new ChatModelException(kind, message, null, null), false, "");
  }
}
