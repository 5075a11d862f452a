package dev.vidwiz.application.user;

import dev.vidwiz.domain.user.User;
import java.util.Optional;

/** Creates the long-term token of a user. */
public final class CreateLongTermToken {

  /** The outcome of the creation. */
  public sealed interface Outcome {

    /** The token is valid now. */
    record Created(String token) implements Outcome {}

    /** The user has a token and must revoke it first. */
    record AlreadyExists() implements Outcome {}

    /** There is no such user. */
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
