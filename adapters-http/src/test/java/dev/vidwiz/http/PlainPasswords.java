package dev.vidwiz.http;

import dev.vidwiz.application.user.PasswordHasher;

/** Keeps passwords as they are, which is fast. */
final class PlainPasswords implements PasswordHasher {

  @Override
  public String hash(String password) {
    return "plain:" + password;
  }

  @Override
  public String unmatchableHash() {
    return "unmatchable";
  }

  @Override
  public boolean verify(String password, String hash) {
    return hash.equals(hash(password));
  }

  @Override
  public boolean isOutdated(String hash) {
    return false;
  }
}
