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

  /** Adds a user. Empty, without a change, when the address or the Google account is taken. */
  Optional<User> insertIfFree(NewUser user);

  /** Replaces the password hash, if it is still {@code current}. */
  void replacePasswordHash(long id, String current, String replacement);

  /** Changes a profile. Empty when there is no such user. */
  Optional<User> updateProfile(long id, ProfileChange change);

  /**
   * Links a Google account and copies its data. Empty, without a change, when there is no such user
   * or the account is linked to another user.
   */
  Optional<User> linkGoogle(long id, GoogleProfile profile);

  /** Stores a long-term token, unless the user has one. Tells whether it was stored. */
  boolean storeLongTermTokenIfNone(long id, String token);

  /** Removes the long-term token. Tells whether there was one. */
  boolean removeLongTermToken(long id);
}
