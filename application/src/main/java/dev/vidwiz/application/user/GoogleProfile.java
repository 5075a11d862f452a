package dev.vidwiz.application.user;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The data copied from a Google account.
 *
 * @param googleId its {@code sub}
 * @param name used only when the user has no name yet
 * @param pictureUrl replaces the picture when not null
 */
public record GoogleProfile(String googleId, @Nullable String name, @Nullable String pictureUrl) {
  /** Rejects null. */
  public GoogleProfile {
    Objects.requireNonNull(googleId, "googleId");
  }
}
