package dev.vidwiz.application.storage;

import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import java.time.Instant;
import java.util.Map;

/**
 * The numbers of tasks and AI jobs, and what else is late. A missing entry means 0. Counts stop at
 * {@link #MAX}.
 *
 * @param taskDue when the first pending task can be claimed, also in the future
 * @param oldestJob when the oldest waiting or claimed job was created
 * @param transcripts the number of transcripts in the database
 * @param lastRuns when each job has last succeeded
 */
public record Backlog(
    Map<TaskKey, Integer> tasks,
    Map<TaskType, Instant> taskDue,
    Map<JobKey, Integer> jobs,
    Map<AiJobKind, Instant> oldestJob,
    int transcripts,
    Map<LastRuns.Job, Instant> lastRuns) {

  /** The number at which counts stop. */
  public static final int MAX = 100_000;

  /** The type and state of counted tasks. */
  public record TaskKey(TaskType type, TaskState state) {}

  /**
   * The kind and state of counted AI jobs.
   *
   * @param state a claimed job is in progress
   */
  public record JobKey(AiJobKind kind, TaskState state) {}

  /** Keeps copies. */
  public Backlog {
    tasks = Map.copyOf(tasks);
    taskDue = Map.copyOf(taskDue);
    jobs = Map.copyOf(jobs);
    oldestJob = Map.copyOf(oldestJob);
    lastRuns = Map.copyOf(lastRuns);
  }
}
