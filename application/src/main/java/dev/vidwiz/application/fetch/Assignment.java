package dev.vidwiz.application.fetch;

import dev.vidwiz.domain.video.VideoId;
import org.jspecify.annotations.Nullable;

/**
 * A task as its worker knows it.
 *
 * @param claimId tells this claim of the task from all others; null when the server is an older one
 * @param postponements how often it was put off after an attempt
 * @param operatorRetry whether an operator asked for this attempt
 */
public record Assignment(
    long taskId,
    VideoId videoId,
    int attempt,
    @Nullable String claimId,
    int postponements,
    boolean operatorRetry) {}
