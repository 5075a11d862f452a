package dev.vidwiz.domain.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A registered person.
 *
 * @param name what to show; older servers stored users without one
 * @param passwordHash null for who only ever signed in with Google
 * @param googleId the {@code sub} of the linked Google account
 * @param longTermToken the one token for automations that is in force
 * @param aiNotesEnabled whether blank notes are filled in by the AI
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

  /** Returns the name, or the e-mail address where there is none. */
  public String displayName() {
    return name == null ? email.value() : name;
  }

  /** Leaves out what must not reach a log. */
  @Override
  public String toString() {
    return "User[" + id + "]";
  }
}
