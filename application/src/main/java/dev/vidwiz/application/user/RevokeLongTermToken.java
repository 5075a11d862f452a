package dev.vidwiz.application.user;

/** Revokes a user's long-term token. */
public final class RevokeLongTermToken {

  /** The outcome of a revocation. */
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

  /** Revokes the current token. */
  public Outcome revoke(long userId) {
    if (users.removeLongTermToken(userId)) {
      return Outcome.REVOKED;
    }
    return users.find(userId).isPresent() ? Outcome.NO_TOKEN : Outcome.UNKNOWN_USER;
  }
}
