package dev.vidwiz.application.user;

/** Ends the validity of a user's long-term token. */
public final class RevokeLongTermToken {

  /** How a revocation ends. */
  public enum Outcome {
    REVOKED,
    NO_TOKEN,
    UNKNOWN_USER
  }

  private final Users users;

  /** Works on the given users. */
  public RevokeLongTermToken(Users users) {
    this.users = users;
  }

  /** Revokes the token in force. */
  public Outcome revoke(long userId) {
    if (users.removeLongTermToken(userId)) {
      return Outcome.REVOKED;
    }
    return users.find(userId).isPresent() ? Outcome.NO_TOKEN : Outcome.UNKNOWN_USER;
  }
}
