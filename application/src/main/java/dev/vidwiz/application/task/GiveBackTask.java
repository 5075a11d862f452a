package dev.vidwiz.application.task;

import dev.vidwiz.application.Observer;
import dev.vidwiz.application.Observer.TaskOutcome;
import dev.vidwiz.application.storage.Storage;
import dev.vidwiz.domain.task.Task;
import java.time.InstantSource;

/** Takes back a task whose worker had gone before it could be told of it. */
public final class GiveBackTask {

  private final TaskTransitions transitions;
  private final InstantSource clock;
  private final Observer observer;

  /** Works on the given storage. */
  public GiveBackTask(Storage storage, InstantSource clock, Observer observer) {
    this.transitions = new TaskTransitions(storage);
    this.clock = clock;
    this.observer = observer;
  }

  /** Makes a task that was just claimed available again, as if it had not been handed out. */
  public void giveBack(Task claimed) {
    if (transitions.record(claimed, claimed.givenBack(clock.instant()))) {
      observer.taskReturned(claimed.type(), TaskOutcome.GIVEN_BACK);
    }
  }
}
