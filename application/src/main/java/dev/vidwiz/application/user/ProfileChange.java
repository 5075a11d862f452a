package dev.vidwiz.application.user;

import dev.vidwiz.domain.user.UserName;
import org.jspecify.annotations.Nullable;

/** Changes to a profile; null leaves a part as it is. */
public record ProfileChange(@Nullable UserName name, @Nullable Boolean aiNotesEnabled) {}
