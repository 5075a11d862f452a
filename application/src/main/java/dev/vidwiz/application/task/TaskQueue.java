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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The queue of tasks. The cost of no method depends on the number of tasks. All methods throw
 * {@link dev.vidwiz.application.storage.StorageException} when the storage fails. Thread-safe.
 */
public interface TaskQueue {

  /**
   * Adds a pending task, unless there is an active one of this type for the video, or one that
   * failed after {@code failedBefore}. Of concurrent calls, one adds a task. A pending task gets an
   * earlier turn, if the requester would have one, and one that nobody has requested becomes that
   * of a user. Tells whether this call added a task.
   */
  boolean schedule(
      TaskType type, VideoId videoId, Requester requester, Instant now, Instant failedBefore);

  /**
   * Claims the task whose turn it is, for this caller only. The task is in progress, started now,
   * with a new random claim id and one more attempt. Tasks of users come before tasks of guests.
   * Among each, the requesters take turns, and a new requester gets a turn in this round or the
   * next; of one requester the oldest task comes first. A task whose delay has ended gets its turn
   * like a new one.
   *
   * @param workerUserId the user whose worker asks; null for one with the admin token
   */
  Optional<Task> claim(TaskType type, @Nullable Long workerUserId, Instant now);

  /**
   * Claims up to {@code max} tasks in the order in which {@link #claim} would, at one cost. Returns
   * fewer when fewer are available; tasks whose delay has just ended may be left for the next call.
   */
  List<Task> claimBatch(TaskType type, @Nullable Long workerUserId, Instant now, int max);

  /** Like {@link #claim}, of the tasks of videos that this user alone has requested. */
  Optional<Task> claimOwn(TaskType type, long userId, Instant now);

  /** Returns those of the given users for whom {@link #claimOwn} finds a task. */
  Set<Long> findOwners(TaskType type, Collection<Long> userIds, Instant now);

  /**
   * Gives turns to the tasks of a type whose delay has ended, and returns their number. {@link
   * #claim} does so itself before it returns empty.
   */
  int lineUpDue(TaskType type, Instant now);

  /** Tells whether a task of this type for the video is active: pending or in progress. */
  boolean isActive(TaskType type, VideoId videoId);

  /** Returns the task with this id. */
  Optional<Task> find(long id);

  /** Returns the tasks with these ids, in no particular order. */
  List<Task> findAll(Collection<Long> ids);

  /**
   * Stores the state, attempts, errors and times of {@code next}, if the task still has the state,
   * attempt and claim of {@code before}. Tells whether it had. A pending task can only become
   * available earlier; of concurrent calls for that, one succeeds.
   */
  boolean updateIfUnchanged(Task before, Task next);

  /**
   * Makes up to {@code limit} parked tasks of a type available now, the earliest first. Returns
   * their videos.
   */
  List<VideoId> bringParkedForward(TaskType type, Instant now, int limit);

  /** Returns tasks that have been in progress since before {@code startedBefore}, oldest first. */
  List<Task> findStale(Instant startedBefore, int limit);

  /**
   * Corrects times that a clock wrote which was ahead, as before the system clock was set back:
   * delayed tasks become available now, leases start now, and failed tasks failed now. Returns the
   * number of tasks that became available.
   */
  int correctFutureTimes(Instant now);

  /** Counts the tasks of a type that can be claimed now, up to a limit. */
  int countAvailable(TaskType type, Instant now, int limit);

  /** Removes the tasks that ended in this state before a time. Returns their number. */
  int removeEnded(TaskState state, Instant before);
}
