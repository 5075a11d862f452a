package dev.vidwiz.application.fetch;

import dev.vidwiz.domain.video.VideoId;
import org.jspecify.annotations.Nullable;

/**
 * A claimed task, as its worker sees it.
 *
 * @param claimId the random id of this claim; null from an older server
 * @param postponements how often it was postponed after an attempt
 * @param operatorRetry whether an operator requested this attempt
 */
public record Assignment(
    long taskId,
    VideoId videoId,
    int attempt,
    @Nullable String claimId,
    int postponements,
    boolean operatorRetry) {}
