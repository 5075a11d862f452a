package dev.vidwiz.domain.task;

import java.time.Instant;

/** One failed attempt at a task. */
public record TaskError(Instant at, int attempt, String error) {}
