package dev.vidwiz.application.user;

/** Makes and checks password hashes, slowly by intent. Bounds how many run at a time. */
public interface PasswordHasher {

  /** Returns a salted hash in today's format. */
  String hash(String password);

  /** Returns a hash in today's format that no password fits; checking one takes as long as ever. */
  String unmatchableHash();

  /** Tells whether the password belongs to the hash; a hash in an unknown format fits none. */
  boolean verify(String password, String hash);

  /** Tells whether the hash was made with other than today's parameters. */
  boolean isOutdated(String hash);
}
