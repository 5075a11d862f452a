package dev.vidwiz.llm;

import java.io.IOException;

/** What the server sent is not what the protocol says. The message never quotes it. */
final class UnreadableException extends IOException {

  private static final long serialVersionUID = 1L;

  UnreadableException(String message) {
    super(message);
  }
}
