package dev.vidwiz.http.job;

import dev.vidwiz.application.job.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task or an AI job.
 *
 * @param worker the user whose worker claimed it last; null for workers with the admin token and
 *     when it was never claimed
 * @param ageSeconds the time since it was created
 */
record JobJson(
    String id,
    String type,
    String state,
    String videoId,
    @Nullable Long noteId,
    int attempts,
    List<ErrorJson> errors,
    @Nullable Long worker,
    Instant createdAt,
    Instant updatedAt,
    Instant availableAt,
    @Nullable Instant startedAt,
    long ageSeconds) {

  /** One failed attempt. */
  record ErrorJson(Instant at, int attempt, String error) {}

  static JobJson from(Job job, Instant now) {
    return new JobJson(
        job.id().toString(),
        job.type().code(),
        job.state().code(),
        job.videoId().value(),
        job.noteId(),
        job.attempts(),
        job.errors().stream()
            .map(error -> new ErrorJson(error.at(), error.attempt(), error.error()))
            .toList(),
        job.workerUserId(),
        job.times().createdAt(),
        job.times().updatedAt(),
        job.times().availableAt(),
        job.times().startedAt(),
        Math.max(0, Duration.between(job.times().createdAt(), now).toSeconds()));
  }
}
