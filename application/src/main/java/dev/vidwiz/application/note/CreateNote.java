package dev.vidwiz.application.note;

import dev.vidwiz.application.storage.Storage;
import dev.vidwiz.application.storage.Transactions;
import dev.vidwiz.application.task.ScheduleFetches;
import dev.vidwiz.application.video.Videos;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.video.Video;
import java.time.Instant;
import java.time.InstantSource;

/** Saves a note at a moment of a video. */
public final class CreateNote {

  private final Transactions transactions;
  private final Videos videos;
  private final Notes notes;
  private final ScheduleFetches fetches;
  private final NoteObserver observer;
  private final InstantSource clock;

  /** Works on the given storage. */
  public CreateNote(
      Storage storage, ScheduleFetches fetches, NoteObserver observer, InstantSource clock) {
    this.transactions = storage.transactions();
    this.videos = storage.videos();
    this.notes = storage.notes();
    this.fetches = fetches;
    this.observer = observer;
    this.clock = clock;
  }

  /**
   * Saves the note, creates its video when it is missing, schedules what is missing of the video
   * and the job of the AI, all or nothing.
   */
  public Note create(NoteDraft draft) {
    Instant now = clock.instant();
    return transactions.inTransaction(
        () -> {
          Video video = videos.ensure(draft.videoId(), draft.videoTitle(), now);
          fetches.schedule(video, now);
          Note note =
              notes.insert(
                  new NewNote(
                      draft.userId(), draft.videoId(), draft.timestamp(), draft.text(), now));
          observer.afterNote(note, video, now);
          return note;
        });
  }
}
