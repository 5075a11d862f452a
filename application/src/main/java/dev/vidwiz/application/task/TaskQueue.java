package dev.vidwiz.application.task;

import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tasks for workers. No method costs more the more tasks there are. All methods throw {@link
 * dev.vidwiz.application.storage.StorageException} when the storage fails. Thread-safe.
 */
public interface TaskQueue {

  /**
   * Adds a pending task, unless there is a pending or in-progress one of this type for the video,
   * or one that failed after {@code failedBefore}. However many call at once, one task is added.
   * One that is there comes as early as it would if the requester alone had asked for it. Tells
   * whether this call added one.
   */
  boolean schedule(
      TaskType type, VideoId videoId, Requester requester, Instant now, Instant failedBefore);

  /** Adds a task for which nobody waits. */
  default boolean schedule(TaskType type, VideoId videoId, Instant now, Instant failedBefore) {
    return schedule(type, videoId, Requester.NOBODY, now, failedBefore);
  }

  /**
   * Hands out the task whose turn it is, to nobody but the caller: it is in progress, started now,
   * with a new random claim id, and one attempt more is counted. What users asked for comes before
   * what guests asked for. Among each the requesters take turns, and who comes new to the line gets
   * one in this round or the next; within one the oldest comes first. A task whose delay has ended
   * lines up as one that was asked for then.
   *
   * @param workerUserId the user whose worker asks; null for one with the admin token
   */
  Optional<Task> claim(TaskType type, @Nullable Long workerUserId, Instant now);

  /** Like {@link #claim}, of the tasks for videos that nobody but this user has asked for. */
  Optional<Task> claimOwn(TaskType type, long userId, Instant now);

  /**
   * Lets the tasks of a type whose delay has ended line up with those that can be claimed, and
   * returns how many there were. {@link #claim} does so itself when it would find nothing.
   */
  int lineUpDue(TaskType type, Instant now);

  /** Tells whether a task of this type for the video is pending or in progress. */
  boolean isActive(TaskType type, VideoId videoId);

  /** Returns the task with this id. */
  Optional<Task> find(long id);

  /** Returns those of the tasks that are there, in no certain order. */
  List<Task> findAll(Collection<Long> ids);

  /**
   * Stores the state, attempts, errors and times of {@code next}, if the task is still in the
   * state, the attempt and the claim of {@code before}; tells whether it was. From pending to
   * pending a task can only be brought forward: of several who do that at once, one succeeds.
   */
  boolean updateIfUnchanged(Task before, Task next);

  /**
   * Lets the tasks of a type that are parked, those that have waited for longest first and so many
   * at most, be claimed now. Returns their videos.
   */
  List<VideoId> bringParkedForward(TaskType type, Instant now, int limit);

  /** Returns tasks that have been in progress since before {@code startedBefore}, oldest first. */
  List<Task> findStale(Instant startedBefore, int limit);

  /** Counts the tasks of a type that can be claimed now, up to a limit. */
  int countAvailable(TaskType type, Instant now, int limit);

  /** Removes the tasks that ended in this state before a time; returns how many. */
  int removeEnded(TaskState state, Instant before);
}
