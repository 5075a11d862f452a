package dev.vidwiz.domain.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A registered user.
 *
 * @param name the name to show; null for some users of older servers
 * @param passwordHash null for a user who signs in with Google only
 * @param googleId the {@code sub} of the linked Google account; null when there is none
 * @param longTermToken the valid token for automations; null when there is none
 * @param aiNotesEnabled whether a model fills in the user's blank notes
 */
public record User(
    long id,
    Email email,
    @Nullable String name,
    @Nullable String passwordHash,
    @Nullable String googleId,
    @Nullable String profileImageUrl,
    @Nullable String longTermToken,
    boolean aiNotesEnabled,
    Instant createdAt) {

  /** Returns the name, or the e-mail address when there is none. */
  public String displayName() {
    return name == null ? email.value() : name;
  }

  /** Contains the id only, because logs must not contain personal data. */
  @Override
  public String toString() {
    return "User[" + id + "]";
  }
}
