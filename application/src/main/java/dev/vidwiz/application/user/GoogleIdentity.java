package dev.vidwiz.application.user;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The claims of a valid Google ID token. */
public record GoogleIdentity(GoogleProfile profile, @Nullable String email, boolean emailVerified) {
  /** Rejects null. */
  public GoogleIdentity {
    Objects.requireNonNull(profile, "profile");
  }
}
