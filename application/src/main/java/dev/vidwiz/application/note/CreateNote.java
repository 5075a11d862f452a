package dev.vidwiz.application.note;

import dev.vidwiz.application.storage.Transactions;
import dev.vidwiz.application.task.ScheduleFetches;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.domain.video.Video;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Saves a note at a moment of a video. */
public final class CreateNote {

  private final Transactions transactions;
  private final NoteIntake intake;
  private final Notes notes;
  private final ScheduleFetches fetches;
  private final DispatchAiJobs jobs;
  private final InstantSource clock;

  /** Works on the given storage. */
  public CreateNote(
      Transactions transactions,
      NoteIntake intake,
      Notes notes,
      ScheduleFetches fetches,
      DispatchAiJobs jobs,
      InstantSource clock) {
    this.transactions = transactions;
    this.intake = intake;
    this.notes = notes;
    this.fetches = fetches;
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * Saves the note, creates its video when it is missing, schedules what is missing of the video
   * and the job of the AI, all or nothing.
   *
   * @throws dev.vidwiz.application.limit.DailyLimitException when the video is new and the user has
   *     opened as many today as they may
   */
  public Note create(NoteDraft draft) {
    Instant now = clock.instant();
    NewNote note =
        new NewNote(draft.userId(), draft.videoId(), draft.timestamp(), draft.text(), now);
    Title title = draft.videoTitle();
    int newVideosPerDay = fetches.newVideosPerDay(requester(note));
    return intake
        .save(note, title, ScheduleFetches.failedBefore(now), newVideosPerDay)
        .map(this::announced)
        .orElseGet(() -> transactions.inTransaction(() -> inSteps(note, title)));
  }

  private Note announced(NoteIntake.Saved saved) {
    saved.scheduled().forEach(fetches::announce);
    return saved.note();
  }

  private Note inSteps(NewNote newNote, @Nullable Title title) {
    Instant now = newNote.createdAt();
    Video video = fetches.open(newNote.videoId(), title, requester(newNote), now);
    Note note = notes.insert(newNote);
    if (note.text() == null && video.transcriptAvailable()) {
      jobs.afterBlankNote(note, now);
    }
    return note;
  }

  private static Requester requester(NewNote note) {
    return new Requester.User(note.userId());
  }
}
