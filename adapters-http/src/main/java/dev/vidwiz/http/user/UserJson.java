package dev.vidwiz.http.user;

import dev.vidwiz.domain.user.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The schema {@code UserRead}: a profile as its user sees it. There are no credits. */
record UserJson(
    long id,
    String email,
    @Nullable String name,
    @Nullable String profileImageUrl,
    boolean aiNotesEnabled,
    boolean tokenExists,
    @Nullable String longTermToken,
    Instant createdAt,
    @Nullable Integer creditsBalance) {

  static UserJson from(User user) {
    return new UserJson(
        user.id(),
        user.email().value(),
        user.name(),
        user.profileImageUrl(),
        user.aiNotesEnabled(),
        user.longTermToken() != null,
        user.longTermToken(),
        user.createdAt(),
        null);
  }

  UserJson withoutToken() {
    return new UserJson(
        id, email, name, profileImageUrl, aiNotesEnabled, tokenExists, null, createdAt, null);
  }
}
