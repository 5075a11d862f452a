package dev.vidwiz.application.user;

import dev.vidwiz.domain.user.Email;
import dev.vidwiz.domain.user.User;
import java.util.Optional;

/**
 * The registered users. All methods throw {@link dev.vidwiz.application.storage.StorageException}
 * when the storage fails. Thread-safe.
 */
public interface Users {

  /** Returns the user with this id. */
  Optional<User> find(long id);

  /** Returns the user with this address. */
  Optional<User> findByEmail(Email email);

  /** Returns the user that is linked to this Google account. */
  Optional<User> findByGoogleId(String googleId);

  /** Adds a user; empty, and nothing is changed, when the address or Google account is taken. */
  Optional<User> insertIfFree(NewUser user);

  /** Replaces the password hash, if it is still {@code current}. */
  void replacePasswordHash(long id, String current, String replacement);

  /** Changes what is given; empty when there is no such user. */
  Optional<User> updateProfile(long id, ProfileChange change);

  /**
   * Links a Google account and takes over what it knows; empty, and nothing is changed, when there
   * is no such user or the account is linked to another.
   */
  Optional<User> linkGoogle(long id, GoogleProfile profile);

  /** Stores a long-term token, unless the user has one; tells whether it was stored. */
  boolean storeLongTermTokenIfNone(long id, String token);

  /** Removes the long-term token; tells whether there was one. */
  boolean removeLongTermToken(long id);
}
