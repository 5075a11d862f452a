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
  private final NoteFastPath fastPath;
  private final Notes notes;
  private final NoteQuota quota;
  private final ScheduleFetches fetches;
  private final DispatchAiJobs jobs;
  private final InstantSource clock;

  /** Works on the given storage. */
  public CreateNote(
      Transactions transactions,
      NoteFastPath fastPath,
      LimitedNotes notes,
      ScheduleFetches fetches,
      DispatchAiJobs jobs,
      InstantSource clock) {
    this.transactions = transactions;
    this.fastPath = fastPath;
    this.notes = notes.notes();
    this.quota = notes.quota();
    this.fetches = fetches;
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * Saves the note, creates its video when it is missing, schedules the tasks of the video and adds
   * the AI job. Atomic.
   *
   * @throws NoteLimitException when the user would exceed a limit
   * @throws dev.vidwiz.application.limit.DailyLimitException when the video is new and the user has
   *     reached the daily limit of new videos
   */
  public Note create(NoteDraft draft) {
    Instant now = clock.instant();
    NewNote note =
        new NewNote(draft.userId(), draft.videoId(), draft.timestamp(), draft.text(), now);
    Title title = draft.videoTitle();
    NoteUsage added = new NoteUsage(1, NoteQuota.bytes(note.text()));
    try (NoteQuota.Addition addition = quota.begin(note.userId(), added)) {
      return addition.isAmple()
          ? unchecked(note, title)
          : transactions.inTransaction(() -> checked(note, title, addition));
    }
  }

  private Note unchecked(NewNote note, @Nullable Title title) {
    int newVideosPerDay = fetches.newVideosPerDay(requester(note));
    return fastPath
        .save(note, title, ScheduleFetches.failedBefore(note.createdAt()), newVideosPerDay)
        .map(this::announced)
        .orElseGet(() -> transactions.inTransaction(() -> inSteps(note, title)));
  }

  private Note announced(NoteFastPath.Saved saved) {
    saved.scheduled().forEach(fetches::announce);
    return saved.note();
  }

  private Note checked(NewNote newNote, @Nullable Title title, NoteQuota.Addition addition) {
    Note note = inSteps(newNote, title);
    addition.check();
    return note;
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
