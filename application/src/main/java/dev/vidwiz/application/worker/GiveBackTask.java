package dev.vidwiz.application.worker;

import dev.vidwiz.application.observer.Observer;
import dev.vidwiz.application.observer.Observer.TaskOutcome;
import dev.vidwiz.domain.task.Task;
import java.time.InstantSource;

/** Takes back a task whose worker had gone before it could be told of it. */
public final class GiveBackTask {

  private final TaskTransitions transitions;
  private final InstantSource clock;
  private final Observer observer;

  /** Tells the observer of what was given back. */
  public GiveBackTask(TaskTransitions transitions, InstantSource clock, Observer observer) {
    this.transitions = transitions;
    this.clock = clock;
    this.observer = observer;
  }

  /** Makes a task that was just claimed available again, as if it had not been handed out. */
  public void giveBack(Task claimed) {
    if (transitions.record(claimed, claimed.givenBack(clock.instant()))) {
      observer.attemptEnded(claimed.type(), TaskOutcome.GIVEN_BACK);
    }
  }
}
