package dev.vidwiz.http;

import dev.vidwiz.application.user.PasswordHasher;
import dev.vidwiz.application.user.WaitingClient;

/** Keeps passwords as they are, which is fast. */
final class PlainPasswords implements PasswordHasher {

  @Override
  public String hash(String password, WaitingClient client) {
    return "plain:" + password;
  }

  @Override
  public String unmatchableHash() {
    return "unmatchable";
  }

  @Override
  public boolean verify(String password, String hash, WaitingClient client) {
    return hash.equals("plain:" + password);
  }

  @Override
  public boolean isOutdated(String hash) {
    return false;
  }
}
