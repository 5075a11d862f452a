package dev.vidwiz.application.worker;

import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.signal.Signals;
import dev.vidwiz.application.storage.Transactions;
import dev.vidwiz.application.task.TaskQueue;
import dev.vidwiz.application.video.TranscriptErrors;
import dev.vidwiz.domain.input.Blank;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ends an attempt: stores the new state of the task, its transcript error and the signals, in one
 * transaction.
 */
public final class TaskTransitions {

  private static final String FAILED_TOO_OFTEN =
      "The transcript of this video could not be fetched.";
  private static final int MAX_SENTENCE = 500;

  private final Transactions transactions;
  private final TaskQueue tasks;
  private final TranscriptErrors errors;
  private final Signals signals;

  /** Works on the given queue. */
  public TaskTransitions(
      Transactions transactions, TaskQueue tasks, TranscriptErrors errors, Signals signals) {
    this.transactions = transactions;
    this.tasks = tasks;
    this.errors = errors;
    this.signals = signals;
  }

  Optional<Task> find(long taskId) {
    return tasks.find(taskId);
  }

  /** Stores the new state. Returns false when this attempt is no longer in progress. */
  boolean record(Task before, Task after) {
    return record(before, after, null);
  }

  /** Like {@link #record(Task, Task)}. {@code besides} is run only when that succeeds. */
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
   * Like {@link #record(Task, Task)}, with the sentence for users why there is no transcript. Null
   * means the general one for a failed task.
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
    String text = Blank.strip(sentence);
    int length = text.codePointCount(0, text.length());
    return length <= MAX_SENTENCE
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_SENTENCE));
  }
}
