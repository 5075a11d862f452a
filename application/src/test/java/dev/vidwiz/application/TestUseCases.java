package dev.vidwiz.application;

import dev.vidwiz.application.chat.WizSettings;
import dev.vidwiz.application.note.DispatchAiJobs;
import dev.vidwiz.application.observer.Observer;
import dev.vidwiz.application.task.NewVideoLimits;
import dev.vidwiz.application.task.NewVideoQuota;
import dev.vidwiz.application.task.ScheduleFetches;
import dev.vidwiz.application.transcript.FindTranscript;
import dev.vidwiz.application.transcript.Transcripts;
import dev.vidwiz.application.user.UserDefaults;
import dev.vidwiz.application.video.TranscriptErrors;
import java.time.InstantSource;

/** Use cases over a storage for tests, without a model, and with no AI jobs for transcripts. */
public final class TestUseCases {

  private TestUseCases() {}

  /** Returns all use cases. */
  public static UseCases over(Storage storage, InstantSource clock) {
    return over(storage, clock, Observer.NONE);
  }

  /** Returns all use cases, which tell the observer. */
  public static UseCases over(Storage storage, InstantSource clock, Observer observer) {
    Options options = new Options(new UserDefaults(false), WizSettings.DEFAULTS, false, false);
    return new UseCases(Ports.of(storage, clock), options, observer);
  }

  /** Returns what schedules the fetches of a video. */
  public static ScheduleFetches scheduling(Storage storage) {
    TranscriptErrors errors = new TranscriptErrors(storage.videos(), storage.signals());
    return new ScheduleFetches(
        storage.tasks(),
        storage.videos(),
        errors,
        storage.signals(),
        new NewVideoQuota(storage.quotas(), NewVideoLimits.DEFAULTS));
  }

  /** Returns what finds the given transcripts, and schedules the tasks of lost ones. */
  public static FindTranscript finding(
      Storage storage, Transcripts transcripts, InstantSource clock) {
    return new FindTranscript(
        storage.transactions(),
        storage.videos(),
        storage.tasks(),
        scheduling(storage),
        transcripts,
        clock);
  }

  /** Returns what adds jobs for the AI. */
  public static DispatchAiJobs dispatching(Storage storage, boolean onTranscript) {
    return new DispatchAiJobs(
        storage.outbox(),
        storage.users(),
        storage.videos(),
        storage.notes(),
        storage.signals(),
        onTranscript);
  }
}
