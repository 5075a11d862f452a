package dev.vidwiz.application.user;

/**
 * Makes and checks password hashes, slowly by intent. Bounds how many run and how many wait.
 * Methods that compute a hash throw {@link dev.vidwiz.application.failure.BusyException} when too
 * many wait, and {@link dev.vidwiz.application.failure.CallerGoneException} when the client has
 * gone.
 */
public interface PasswordHasher {

  /** Returns a salted hash in today's format. */
  String hash(String password, WaitingClient client);

  /**
   * Returns a hash in the current format that no password matches. It takes as long to verify as
   * others.
   */
  String unmatchableHash();

  /** Tells whether the password belongs to the hash; a hash in an unknown format fits none. */
  boolean verify(String password, String hash, WaitingClient client);

  /** Tells whether the hash has outdated parameters. */
  boolean isOutdated(String hash);
}
