package dev.vidwiz.application.storage;

import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import java.time.Instant;
import java.util.Map;

/**
 * How many tasks and AI jobs there are. What has no entry is not there. No number is above {@link
 * #MAX}: one that is as large means "or more".
 *
 * @param taskDue from when on the first of the pending tasks can be taken, which may be yet to come
 * @param oldestJob when the oldest job was made that is neither done nor given up
 */
public record Backlog(
    Map<TaskKey, Integer> tasks,
    Map<TaskType, Instant> taskDue,
    Map<JobKey, Integer> jobs,
    Map<AiJobKind, Instant> oldestJob) {

  /** The largest number that is counted to. */
  public static final int MAX = 100_000;

  /** Which tasks are counted. */
  public record TaskKey(TaskType type, TaskState state) {}

  /**
   * Which AI jobs are counted.
   *
   * @param state as of a task: one that is handed out is in progress, a dead one has failed
   */
  public record JobKey(AiJobKind kind, TaskState state) {}

  /** Keeps copies. */
  public Backlog {
    tasks = Map.copyOf(tasks);
    taskDue = Map.copyOf(taskDue);
    jobs = Map.copyOf(jobs);
    oldestJob = Map.copyOf(oldestJob);
  }
}
