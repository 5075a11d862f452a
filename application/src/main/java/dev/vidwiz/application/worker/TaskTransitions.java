package dev.vidwiz.application.worker;

import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.signal.Signals;
import dev.vidwiz.application.storage.Transactions;
import dev.vidwiz.application.task.TaskQueue;
import dev.vidwiz.application.video.TranscriptErrors;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moves a task out of "in progress" and does what follows from it, in one transaction. */
public final class TaskTransitions {

  private static final String FAILED_TOO_OFTEN =
      "The transcript of this video could not be fetched.";
  private static final int MAX_SENTENCE = 500;

  private final Transactions transactions;
  private final TaskQueue tasks;
  private final TranscriptErrors errors;
  private final Signals signals;
  private final WorkerRights rights;

  /** Works on the given queue. */
  public TaskTransitions(
      Transactions transactions,
      TaskQueue tasks,
      TranscriptErrors errors,
      Signals signals,
      WorkerRights rights) {
    this.transactions = transactions;
    this.tasks = tasks;
    this.errors = errors;
    this.signals = signals;
    this.rights = rights;
  }

  WorkerRights rights() {
    return rights;
  }

  Optional<Task> find(long taskId) {
    return tasks.find(taskId);
  }

  /** Stores what became of a task; false when it is not in progress in this attempt any more. */
  boolean record(Task before, Task after) {
    return record(before, after, null);
  }

  /** Like {@link #record(Task, Task)}; what is done besides is done only when that succeeds. */
  boolean recordWith(Runnable besides, Task before, Task after) {
    return transactions.inTransaction(
        () -> {
          boolean recorded = record(before, after);
          if (recorded) {
            besides.run();
          }
          return recorded;
        });
  }

  /**
   * Like {@link #record(Task, Task)}, with a sentence for people why there is no transcript; null
   * for what is to be said of every task that failed.
   */
  boolean record(Task before, Task after, @Nullable String sentence) {
    return transactions.inTransaction(
        () -> {
          boolean recorded = tasks.updateIfUnchanged(before, after);
          if (recorded) {
            follow(after, sentence);
          }
          return recorded;
        });
  }

  private void follow(Task task, @Nullable String sentence) {
    boolean waits = task.state() == TaskState.PENDING;
    boolean told = storeError(task, waits || sentence != null ? sentence : FAILED_TOO_OFTEN);
    if (waits) {
      signals.publish(new Signal.TaskReady(task.type()));
    }
    if (!told && !waits) {
      signals.publish(new Signal.VideoChanged(task.videoId()));
    }
  }

  private boolean storeError(Task task, @Nullable String sentence) {
    return sentence != null
        && task.type() == TaskType.TRANSCRIPT
        && task.state() != TaskState.COMPLETED
        && errors.store(task.videoId(), cut(sentence), task.updatedAt());
  }

  private static String cut(String sentence) {
    String text = sentence.strip();
    int length = text.codePointCount(0, text.length());
    return length <= MAX_SENTENCE
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_SENTENCE));
  }
}
