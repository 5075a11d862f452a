package dev.vidwiz.application.ai;

import dev.vidwiz.application.chat.ChatModel;
import dev.vidwiz.application.note.Notes;
import dev.vidwiz.application.storage.Storage;
import dev.vidwiz.application.storage.Transactions;
import dev.vidwiz.application.video.Transcripts;
import dev.vidwiz.application.video.Videos;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.transcript.Transcript;
import dev.vidwiz.domain.video.Video;
import java.time.InstantSource;
import java.util.Optional;

/** Fills in a blank note from what is said around its moment. */
public final class WriteAiNote {

  private final Transactions transactions;
  private final Outbox outbox;
  private final Notes notes;
  private final Videos videos;
  private final Transcripts transcripts;
  private final ChatModel model;
  private final InstantSource clock;

  /** Writes with the given model. */
  public WriteAiNote(
      Storage storage, Transcripts transcripts, ChatModel model, InstantSource clock) {
    this.transactions = storage.transactions();
    this.outbox = storage.outbox();
    this.notes = storage.notes();
    this.videos = storage.videos();
    this.transcripts = transcripts;
    this.model = model;
    this.clock = clock;
  }

  /**
   * Writes the text of the note and removes the job, if the note is still blank and the job was not
   * cancelled when the text is ready.
   *
   * @throws dev.vidwiz.application.InfrastructureException when the model or the storage fails
   */
  public void write(AiJob job) throws InterruptedException {
    Optional<Note> note =
        Optional.ofNullable(job.noteId()).flatMap(notes::find).filter(n -> n.text() == null);
    Optional<Video> video = videos.find(job.videoId());
    Optional<Transcript> transcript = transcripts.find(job.videoId());
    if (note.isEmpty() || video.isEmpty() || transcript.isEmpty()) {
      return;
    }
    AiNotePrompt prompt = new AiNotePrompt(note.get(), video.get(), transcript.get());
    String text = AiNotePrompt.LENGTH.draft(model, prompt::after, AiNotePrompt::tidy);
    transactions.inTransaction(
        () -> {
          if (outbox.remove(job)) {
            notes.fillInIfBlank(note.get().id(), text, clock.instant());
          }
        });
  }
}
