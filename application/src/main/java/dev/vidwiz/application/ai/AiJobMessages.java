package dev.vidwiz.application.ai;

import dev.vidwiz.application.job.AiJob;
import dev.vidwiz.application.job.AiJobMessage;
import dev.vidwiz.application.note.Notes;
import dev.vidwiz.application.transcript.TranscriptStore;
import dev.vidwiz.application.video.Videos;
import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.note.Note;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the messages to external AI workers. */
public final class AiJobMessages {

  private final Videos videos;
  private final Notes notes;
  private final TranscriptStore transcripts;

  /** Reads from the given ports. */
  public AiJobMessages(Videos videos, Notes notes, TranscriptStore transcripts) {
    this.videos = videos;
    this.notes = notes;
    this.transcripts = transcripts;
  }

  /** Returns the message for a job; empty when its video or note is gone. */
  Optional<AiJobMessage> of(AiJob job) {
    @Nullable Note note = Optional.ofNullable(job.noteId()).flatMap(notes::find).orElse(null);
    if (job.kind() == AiJobKind.AI_NOTE && note == null) {
      return Optional.empty();
    }
    return videos.find(job.videoId()).map(video -> new AiJobMessage(job, video, note));
  }

  /** Tells whether the transcript is where external AI workers read it. */
  boolean isInFinalStore(AiJob job) {
    return transcripts.isInFinalStore(job.videoId());
  }
}
