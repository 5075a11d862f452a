package dev.vidwiz.application.worker;

import dev.vidwiz.application.observer.Observer;
import dev.vidwiz.application.observer.Observer.TaskOutcome;
import dev.vidwiz.domain.task.Task;
import java.time.InstantSource;

/** Gives back a claimed task whose worker disconnected before it received the task. */
public final class GiveBackTask {

  private final TaskTransitions transitions;
  private final InstantSource clock;
  private final Observer observer;

  /** Notifies the observer. */
  public GiveBackTask(TaskTransitions transitions, InstantSource clock, Observer observer) {
    this.transitions = transitions;
    this.clock = clock;
    this.observer = observer;
  }

  /** Makes a claimed task available again. The attempt is not counted. */
  public void giveBack(Task claimed) {
    if (transitions.record(claimed, claimed.givenBack(clock.instant()))) {
      observer.attemptEnded(claimed.type(), TaskOutcome.GIVEN_BACK);
    }
  }
}
