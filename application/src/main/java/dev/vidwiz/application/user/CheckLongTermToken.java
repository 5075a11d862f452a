package dev.vidwiz.application.user;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Tells whether a long-term token is valid. */
public final class CheckLongTermToken {

  private final Users users;

  /** Works on the given users. */
  public CheckLongTermToken(Users users) {
    this.users = users;
  }

  /** Compares in constant time with the token stored for this user. */
  public boolean isInForce(long userId, String token) {
    return users
        .find(userId)
        .map(user -> user.longTermToken())
        .filter(stored -> MessageDigest.isEqual(bytes(stored), bytes(token)))
        .isPresent();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
