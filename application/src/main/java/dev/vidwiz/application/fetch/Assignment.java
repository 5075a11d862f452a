package dev.vidwiz.application.fetch;

import dev.vidwiz.domain.video.VideoId;

/**
 * A claimed task, as its worker sees it.
 *
 * @param postponements how often it was postponed after an attempt
 * @param operatorRetry whether an operator requested this attempt
 */
public record Assignment(
    long taskId, VideoId videoId, int attempt, int postponements, boolean operatorRetry) {}
