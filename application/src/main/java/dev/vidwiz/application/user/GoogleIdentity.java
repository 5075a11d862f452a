package dev.vidwiz.application.user;

import org.jspecify.annotations.Nullable;

/** The claims of a valid Google ID token. */
public record GoogleIdentity(
    GoogleProfile profile, @Nullable String email, boolean emailVerified) {}
