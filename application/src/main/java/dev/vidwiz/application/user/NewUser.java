package dev.vidwiz.application.user;

import dev.vidwiz.domain.user.Email;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A user to add, with a password hash, a Google account or both. */
public record NewUser(
    Email email,
    String name,
    @Nullable String passwordHash,
    @Nullable GoogleProfile google,
    boolean aiNotesEnabled,
    Instant createdAt) {

  /** Rejects a user who could not sign in. */
  public NewUser {
    if (passwordHash == null && google == null) {
      throw new IllegalArgumentException("a user needs a password or a Google account");
    }
  }
}
