package dev.vidwiz.application.user;

/**
 * Makes and verifies password hashes, which is slow by design. Limits concurrent hashes.
 * Thread-safe.
 */
public interface PasswordHasher {

  /** Returns a salted hash in the current format. */
  String hash(String password);

  /**
   * Returns a hash in the current format that no password matches. It takes as long to verify as
   * others.
   */
  String unmatchableHash();

  /** Tells whether the password matches the hash. A hash in an unknown format matches none. */
  boolean verify(String password, String hash);

  /** Tells whether the hash has outdated parameters. */
  boolean isOutdated(String hash);
}
