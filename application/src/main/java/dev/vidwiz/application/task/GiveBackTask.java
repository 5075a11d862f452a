package dev.vidwiz.application.task;

import dev.vidwiz.application.storage.Storage;
import dev.vidwiz.domain.task.Task;
import java.time.InstantSource;

/** Takes back a task whose worker had gone before it could be told of it. */
public final class GiveBackTask {

  private final TaskTransitions transitions;
  private final InstantSource clock;

  /** Works on the given storage. */
  public GiveBackTask(Storage storage, InstantSource clock) {
    this.transitions = new TaskTransitions(storage);
    this.clock = clock;
  }

  /** Makes a task that was just claimed available again, as if it had not been handed out. */
  public void giveBack(Task claimed) {
    transitions.record(claimed, claimed.givenBack(clock.instant()));
  }
}
