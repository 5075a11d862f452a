package dev.vidwiz.application.fetch;

import dev.vidwiz.domain.video.VideoId;

/**
 * A task as its worker knows it.
 *
 * @param postponements how often it was put off after an attempt
 * @param operatorRetry whether an operator asked for this attempt
 */
public record Assignment(
    long taskId, VideoId videoId, int attempt, int postponements, boolean operatorRetry) {}
