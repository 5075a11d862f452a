package dev.vidwiz.application.note;

import dev.vidwiz.application.storage.Transactions;
import dev.vidwiz.application.task.ScheduleFetches;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.domain.video.Video;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Saves a note at a moment of a video. */
public final class CreateNote {

  private final Transactions transactions;
  private final NoteFastPath fastPath;
  private final Notes notes;
  private final ScheduleFetches fetches;
  private final DispatchAiJobs jobs;
  private final InstantSource clock;

  /** Works on the given storage. */
  public CreateNote(
      Transactions transactions,
      NoteFastPath fastPath,
      Notes notes,
      ScheduleFetches fetches,
      DispatchAiJobs jobs,
      InstantSource clock) {
    this.transactions = transactions;
    this.fastPath = fastPath;
    this.notes = notes;
    this.fetches = fetches;
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * Saves the note, creates its video when it is missing, schedules the tasks of the video and adds
   * the AI job. Atomic.
   */
  public Note create(NoteDraft draft) {
    Instant now = clock.instant();
    NewNote note =
        new NewNote(draft.userId(), draft.videoId(), draft.timestamp(), draft.text(), now);
    Title title = draft.videoTitle();
    return fastPath
        .save(note, title, ScheduleFetches.failedBefore(now))
        .map(this::announced)
        .orElseGet(() -> transactions.inTransaction(() -> inSteps(note, title)));
  }

  private Note announced(NoteFastPath.Saved saved) {
    saved.scheduled().forEach(fetches::announce);
    return saved.note();
  }

  private Note inSteps(NewNote newNote, @Nullable Title title) {
    Instant now = newNote.createdAt();
    Video video = fetches.open(newNote.videoId(), title, now);
    Note note = notes.insert(newNote);
    if (note.text() == null && video.transcriptAvailable()) {
      jobs.afterBlankNote(note, now);
    }
    return note;
  }
}
