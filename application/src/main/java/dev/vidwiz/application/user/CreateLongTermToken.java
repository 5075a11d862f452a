package dev.vidwiz.application.user;

import dev.vidwiz.domain.user.User;
import java.util.Optional;

/** Gives a user the one token that their automations use. */
public final class CreateLongTermToken {

  /** How the wish for a token ends. */
  public sealed interface Outcome {

    /** The token is in force. */
    record Created(String token) implements Outcome {}

    /** The user has a token and must revoke it first. */
    record AlreadyExists() implements Outcome {}

    /** The user is gone. */
    record UnknownUser() implements Outcome {}
  }

  private final Users users;
  private final LongTermTokens tokens;

  /** Works on the given users. */
  public CreateLongTermToken(Users users, LongTermTokens tokens) {
    this.users = users;
    this.tokens = tokens;
  }

  /** Creates a token, unless there is one. */
  public Outcome create(long userId) {
    Optional<User> user = users.find(userId);
    if (user.isEmpty()) {
      return new Outcome.UnknownUser();
    }
    String token = tokens.issue(user.get());
    return users.storeLongTermTokenIfNone(userId, token)
        ? new Outcome.Created(token)
        : new Outcome.AlreadyExists();
  }
}
