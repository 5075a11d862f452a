package dev.vidwiz.application.job;

import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The AI jobs that are not done. The one who claimed a job can put it back or fail it until it is
 * claimed again or cancelled; after that, these calls change nothing. All methods throw {@link
 * dev.vidwiz.application.storage.StorageException} when the storage fails. Thread-safe.
 */
public interface Outbox {

  /** Adds a job, unless the same job is waiting or claimed. Tells whether it was added. */
  boolean add(AiJobKind kind, VideoId videoId, @Nullable Long noteId, Instant now);

  /**
   * Adds the jobs for AI notes of a video, unless the same jobs are waiting or claimed. Tells
   * whether any was added.
   */
  boolean addAiNotes(VideoId videoId, List<Long> noteIds, Instant now);

  /**
   * Claims the jobs that have been available longest, each for one caller. A job that is neither
   * removed nor put back before {@code leaseEnd} can be claimed again.
   */
  List<AiJob> claim(AiJobKind kind, int limit, Instant now, Instant leaseEnd);

  /** Extends the lease of a claimed job to {@code leaseEnd}. */
  void renew(AiJob job, Instant leaseEnd);

  /** Removes a job that is done. Returns false when it was removed already or cancelled. */
  boolean remove(AiJob job);

  /** Puts a job back, available at {@code availableAt}, and adds the error to its history. */
  void putBack(AiJob job, Instant availableAt, String error, Instant now);

  /** Puts a job back and does not count the attempt. */
  void postpone(AiJob job, Instant availableAt);

  /** Fails a job. It is kept with its errors and cannot be claimed. */
  void fail(AiJob job, String error, Instant now);

  /**
   * Corrects times that a clock wrote which was ahead, as before the system clock was set back:
   * jobs become available now, and claimed ones at {@code leaseEnd} at the latest. Returns the
   * number of jobs that became available.
   */
  int correctFutureTimes(Instant now, Instant leaseEnd);

  /** Returns the jobs with these ids, in no particular order. */
  List<StoredAiJob> findAll(Collection<Long> ids);

  /**
   * Makes a failed or cancelled job available, with its attempts counted from zero, or a postponed
   * job available now. Tells whether it did: not when the job is missing, claimed or available, or
   * when there is another active row of the same job.
   */
  boolean retry(long id, Instant now);

  /** Cancels a job. Returns false when it is missing or cancelled already. */
  boolean cancel(long id, Instant now);

  /** Removes the jobs that were cancelled before a time. Returns their number. */
  int removeCancelled(Instant before);
}
