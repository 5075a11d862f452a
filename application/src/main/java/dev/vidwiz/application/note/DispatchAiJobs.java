package dev.vidwiz.application.note;

import dev.vidwiz.application.job.Outbox;
import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.signal.Signals;
import dev.vidwiz.application.storage.ListPart;
import dev.vidwiz.application.user.Users;
import dev.vidwiz.application.video.Videos;
import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.user.User;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds AI jobs in the transaction of their cause. */
public final class DispatchAiJobs {

  private static final int BATCH = 500;

  private final Outbox outbox;
  private final Users users;
  private final Videos videos;
  private final Notes notes;
  private final Signals signals;
  private final boolean onTranscript;

  /** {@code onTranscript} tells whether a new transcript adds AI jobs. */
  public DispatchAiJobs(
      Outbox outbox,
      Users users,
      Videos videos,
      Notes notes,
      Signals signals,
      boolean onTranscript) {
    this.outbox = outbox;
    this.users = users;
    this.videos = videos;
    this.notes = notes;
    this.signals = signals;
    this.onTranscript = onTranscript;
  }

  /** Adds the AI note if the user enabled AI notes. */
  public void afterBlankNote(Note note, Instant now) {
    if (users.find(note.userId()).filter(User::aiNotesEnabled).isPresent()) {
      add(AiJobKind.AI_NOTE, note.videoId(), note.id(), now);
    }
  }

  /** Adds the summary of the video and its AI notes. */
  public void afterTranscript(VideoId videoId, Instant now) {
    if (!onTranscript) {
      return;
    }
    videos.find(videoId).ifPresent(video -> requestSummary(video, now));
    requestAiNotes(videoId, now);
  }

  /** Reads and adds a batch at a time: a video may have any number of blank notes. */
  private void requestAiNotes(VideoId videoId, Instant now) {
    List<Note> batch = notes.findBlankOfAiUsers(videoId, ListPart.first(0, BATCH));
    while (!batch.isEmpty()) {
      if (outbox.addAiNotes(videoId, batch.stream().map(Note::id).toList(), now)) {
        signals.publish(new Signal.JobReady(AiJobKind.AI_NOTE));
      }
      Note last = batch.getLast();
      batch = notes.findBlankOfAiUsers(videoId, ListPart.after(last.createdAt(), last.id(), BATCH));
    }
  }

  /**
   * Adds a job for the summary if the video has a transcript and no summary. Tells whether a job
   * was added. To be called in a transaction.
   */
  public boolean requestSummary(Video video, Instant now) {
    return video.transcriptAvailable()
        && video.summary() == null
        && add(AiJobKind.SUMMARY, video.videoId(), null, now);
  }

  private boolean add(AiJobKind kind, VideoId videoId, @Nullable Long noteId, Instant now) {
    boolean added = outbox.add(kind, videoId, noteId, now);
    if (added) {
      signals.publish(new Signal.JobReady(kind));
    }
    return added;
  }
}
