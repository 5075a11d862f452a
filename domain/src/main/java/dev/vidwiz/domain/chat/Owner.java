package dev.vidwiz.domain.chat;

/** Who a conversation belongs to: nobody else sees it. */
public sealed interface Owner {

  /** A registered user. */
  record RegisteredUser(long id) implements Owner {}

  /**
   * Somebody without an account, known by an id of up to 200 characters that their client chose.
   */
  record Guest(String sessionId) implements Owner {}
}
