package dev.vidwiz.application.user;

import dev.vidwiz.domain.user.UserName;
import org.jspecify.annotations.Nullable;

/** Changes to a profile. Null keeps the value. */
public record ProfileChange(@Nullable UserName name, @Nullable Boolean aiNotesEnabled) {}
