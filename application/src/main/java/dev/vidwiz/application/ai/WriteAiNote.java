package dev.vidwiz.application.ai;

import dev.vidwiz.application.chat.ChatModel;
import dev.vidwiz.application.job.AiJob;
import dev.vidwiz.application.note.Notes;
import dev.vidwiz.application.transcript.FindTranscript;
import dev.vidwiz.application.video.Videos;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.transcript.Transcript;
import dev.vidwiz.domain.video.Video;
import java.time.InstantSource;
import java.util.Optional;

/** Fills in a blank note from the transcript around its moment. */
public final class WriteAiNote implements AiWriter {

  private final Notes notes;
  private final Videos videos;
  private final FindTranscript transcripts;
  private final ChatModel model;
  private final InstantSource clock;

  /** Writes with the given model. */
  public WriteAiNote(
      Notes notes,
      Videos videos,
      FindTranscript transcripts,
      ChatModel model,
      InstantSource clock) {
    this.notes = notes;
    this.videos = videos;
    this.transcripts = transcripts;
    this.model = model;
    this.clock = clock;
  }

  /** Writes the text, which is stored if the note is still blank. */
  @Override
  public Runnable write(AiJob job) throws InterruptedException {
    Optional<Note> note =
        Optional.ofNullable(job.noteId()).flatMap(notes::find).filter(n -> n.text() == null);
    Optional<Video> video = videos.find(job.videoId());
    if (note.isEmpty() || video.isEmpty()) {
      return () -> {};
    }
    Requester requester = new Requester.User(note.get().userId());
    // Without a transcript, a new job is added when it arrives.
    return transcripts.find(video.get(), requester)
            instanceof FindTranscript.Outcome.Found(Transcript transcript)
        ? write(note.get(), new AiNotePrompt(note.get(), video.get(), transcript))
        : () -> {};
  }

  private Runnable write(Note note, AiNotePrompt prompt) throws InterruptedException {
    String text = AiNotePrompt.LENGTH.draft(model, prompt::after, AiNotePrompt::clean);
    return () -> notes.fillInIfBlank(note.id(), text, clock.instant());
  }
}
