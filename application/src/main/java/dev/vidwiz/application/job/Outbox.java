package dev.vidwiz.application.job;

import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The AI jobs that wait to be done, or to be sent to others. Whoever was handed a job may settle it
 * as long as nobody was handed it after them and nobody cancelled it; else putting it back or
 * burying it changes nothing. All methods throw {@link
 * dev.vidwiz.application.storage.StorageException} when the storage fails. Thread-safe.
 */
public interface Outbox {

  /** Adds a job, unless the same is waiting; tells whether it was added. */
  boolean add(AiJobKind kind, VideoId videoId, @Nullable Long noteId, Instant now);

  /**
   * Hands out the jobs that have been available for longest, each to one caller. A job that is
   * neither removed nor put back until {@code leaseEnd} is handed out again.
   */
  List<AiJob> claim(AiJobKind kind, int limit, Instant now, Instant leaseEnd);

  /** Lets whoever was handed a job keep it until {@code leaseEnd}. */
  void renew(AiJob job, Instant leaseEnd);

  /** Removes a job that is done; false when it is gone already, or was cancelled. */
  boolean remove(AiJob job);

  /** Puts a job back until {@code availableAt} and adds the error to its history. */
  void putBack(AiJob job, Instant availableAt, String error, Instant now);

  /** Puts a job back as if it had not been handed out. */
  void postpone(AiJob job, Instant availableAt);

  /** Keeps a job as dead, with its errors: it is not handed out any more. */
  void fail(AiJob job, String error, Instant now);

  /** Returns those of the jobs that are there, in no certain order. */
  List<KeptAiJob> findAll(Collection<Long> ids);

  /**
   * Makes a dead or cancelled job wait again, with its attempts counted from the start, or one that
   * waits for a later time available now. Tells whether it did: not when the job is gone, handed
   * out or available already, or when the same job is waiting beside it.
   */
  boolean retry(long id, Instant now);

  /** Makes certain that a job is not handed out any more, unless it is cancelled already. */
  boolean cancel(long id, Instant now);

  /** Removes the jobs that were cancelled before a time; returns how many. */
  int removeCancelled(Instant before);
}
