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

/** What workers elsewhere are told of AI jobs. */
public final class AiJobMessages {

  private final Videos videos;
  private final Notes notes;
  private final TranscriptStore transcripts;

  /** Reads what belongs to a job from the given ports. */
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

  /** Tells whether the transcript stands where workers elsewhere look for it. */
  boolean isSettled(AiJob job) {
    return transcripts.isSettled(job.videoId());
  }
}
