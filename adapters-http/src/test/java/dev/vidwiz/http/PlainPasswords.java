package dev.vidwiz.http;

import dev.vidwiz.application.user.PasswordHasher;
import dev.vidwiz.application.user.Requester;

/** Keeps passwords as they are, which is fast. */
final class PlainPasswords implements PasswordHasher {

  @Override
  public String hash(String password, Requester requester) {
    return "plain:" + password;
  }

  @Override
  public String unmatchableHash() {
    return "unmatchable";
  }

  @Override
  public boolean verify(String password, String hash, Requester requester) {
    return hash.equals("plain:" + password);
  }

  @Override
  public boolean isOutdated(String hash) {
    return false;
  }
}
