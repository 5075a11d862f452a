package dev.vidwiz.application.user;

import org.jspecify.annotations.Nullable;

/** What a valid Google ID token says: the profile, and an address that Google may have verified. */
public record GoogleIdentity(
    GoogleProfile profile, @Nullable String email, boolean emailVerified) {}
