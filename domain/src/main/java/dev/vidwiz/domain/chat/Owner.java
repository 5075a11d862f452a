package dev.vidwiz.domain.chat;

import java.util.Objects;

/** The owner of a conversation. Nobody else can see it. */
public sealed interface Owner {

  /** A registered user. */
  record RegisteredUser(long id) implements Owner {}

  /**
   * A user without an account, identified by an id of up to 200 characters that the client chose.
   */
  record Guest(String sessionId) implements Owner {
    /** Rejects null. */
    public Guest {
      Objects.requireNonNull(sessionId, "sessionId");
    }
  }
}
