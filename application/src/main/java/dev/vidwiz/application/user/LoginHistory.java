package dev.vidwiz.application.user;

import dev.vidwiz.domain.network.AddressPrefix;
import dev.vidwiz.domain.user.Email;
import java.time.Instant;
import java.util.List;

/**
 * What is remembered of logins: failed ones of an account, whether it exists or not, and from where
 * its user has signed in. Times are kept to the microsecond. All methods throw {@link
 * dev.vidwiz.application.storage.StorageException} when the storage fails. Thread-safe.
 */
public interface LoginHistory {

  /** Returns the failed logins of an account, in the order in which they were stored. */
  List<Instant> failures(Email account, Instant now);

  /**
   * Stores the failed logins of an account, unless others than {@code known} are stored meanwhile;
   * tells whether they were stored.
   *
   * @param until when they are forgotten
   */
  boolean replaceFailures(
      Email account, List<Instant> known, List<Instant> failures, Instant now, Instant until);

  /** Remembers until a time that the user of an account has signed in from an address. */
  void signedIn(Email account, AddressPrefix address, Instant until);

  /** Tells whether it is remembered that the user of an account has signed in from an address. */
  boolean hasSignedIn(Email account, AddressPrefix address, Instant now);

  /** Removes what is forgotten. */
  void removeForgotten(Instant now);
}
