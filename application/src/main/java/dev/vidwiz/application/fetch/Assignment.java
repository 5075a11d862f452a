package dev.vidwiz.application.fetch;

import dev.vidwiz.domain.video.VideoId;

/** A task as its worker knows it. */
public record Assignment(long taskId, VideoId videoId, int attempt) {}
