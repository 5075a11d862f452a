package dev.vidwiz.application.ai;

import dev.vidwiz.application.chat.ChatModel;
import dev.vidwiz.application.job.AiJob;
import dev.vidwiz.application.note.Notes;
import dev.vidwiz.application.transcript.Transcripts;
import dev.vidwiz.application.video.Videos;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.transcript.Transcript;
import dev.vidwiz.domain.video.Video;
import java.time.InstantSource;
import java.util.Optional;

/** Fills in a blank note from the transcript around its moment. */
public final class WriteAiNote implements AiWriter {

  private final Notes notes;
  private final Videos videos;
  private final Transcripts transcripts;
  private final ChatModel model;
  private final InstantSource clock;

  /** Writes with the given model. */
  public WriteAiNote(
      Notes notes, Videos videos, Transcripts transcripts, ChatModel model, InstantSource clock) {
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
    Optional<Transcript> transcript = transcripts.find(job.videoId());
    if (note.isEmpty() || video.isEmpty() || transcript.isEmpty()) {
      return () -> {};
    }
    AiNotePrompt prompt = new AiNotePrompt(note.get(), video.get(), transcript.get());
    String text = AiNotePrompt.LENGTH.draft(model, prompt::after, AiNotePrompt::clean);
    return () -> notes.fillInIfBlank(note.get().id(), text, clock.instant());
  }
}
