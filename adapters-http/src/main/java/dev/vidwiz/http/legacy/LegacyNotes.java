package dev.vidwiz.http.legacy;

import dev.vidwiz.application.note.CreateNote;
import dev.vidwiz.application.note.EditNote;
import dev.vidwiz.application.note.NoteChange;
import dev.vidwiz.application.note.NoteDraft;
import dev.vidwiz.application.note.Notes;
import dev.vidwiz.application.video.Videos;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.note.NoteText;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.http.auth.Caller;
import dev.vidwiz.http.error.ApiException;
import dev.vidwiz.http.json.Json;
import dev.vidwiz.http.note.NoteHandlers;
import dev.vidwiz.http.request.Body;
import dev.vidwiz.http.request.Field;
import dev.vidwiz.http.request.Input;
import dev.vidwiz.http.request.Paging;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;

/** Handles legacy requests for notes. */
public final class LegacyNotes {

  record AiNotesJson(String videoId, List<LegacyNoteJson> notes, String message) {}

  private final CreateNote createNote;
  private final EditNote editNote;
  private final Notes notes;
  private final Videos videos;
  private final Json json;

  /** Uses the given use cases. */
  public LegacyNotes(
      CreateNote createNote, EditNote editNote, Notes notes, Videos videos, Json json) {
    this.createNote = createNote;
    this.editNote = editNote;
    this.notes = notes;
    this.videos = videos;
    this.json = json;
  }

  /** POST /api/notes. */
  public void create(Context ctx) throws IOException {
    Input input = Input.of(ctx);
    Body body = input.body("video_id", "timestamp", "text", "video_title");
    Field<VideoId> videoId = body.required("video_id").text(VideoId::parse);
    Field<Timestamp> timestamp = body.required("timestamp").text(Timestamp::parse);
    Field<String> text = body.optional("text").text(NoteText.RULE);
    Field<Title> title = body.optional("video_title").textUnlessBlank(Title::parse);
    input.check();
    if (title.orNull() == null && videos.find(videoId.get()).isEmpty()) {
      throw ApiException.badRequest("video_title is required when video does not exist");
    }
    Note note =
        createNote.create(
            new NoteDraft(
                Caller.userId(ctx), videoId.get(), timestamp.get(), text.orNull(), title.orNull()));
    NoteHandlers.created(ctx, note);
    respond(ctx, 201, note);
  }

  /** GET /api/notes/{video_id}. */
  public void list(Context ctx) throws IOException {
    Input input = Input.of(ctx);
    Field<VideoId> videoId = input.path("video_id", VideoId::parse);
    Field<Paging> page = Paging.read(input);
    input.check();
    NoteHandlers.ofVideo(notes, Caller.userId(ctx), videoId.get(), new NotesWithVideo(videos, json))
        .respondIfChanged(ctx, json, page.get());
  }

  /** PATCH /api/notes/{note_id}. */
  public void edit(Context ctx) throws IOException {
    Input input = Input.of(ctx);
    Field<Long> noteId = input.pathId("note_id");
    Body body = input.body("text", "generated_by_ai");
    Field<String> text = body.required("text").text(NoteText.RULE);
    Field<Boolean> generatedByAi = body.optional("generated_by_ai").bool();
    input.check();
    NoteChange change = new NoteChange(text.get(), generatedByAi.or(false));
    Long userId = Caller.of(ctx) instanceof Caller.KnownUser(long id) ? id : null;
    switch (editNote.edit(userId, noteId.get(), change)) {
      case EditNote.Outcome.Edited(Note note) -> respond(ctx, 200, note);
      case EditNote.Outcome.UnknownNote() -> throw NoteHandlers.notFound();
      case EditNote.Outcome.NothingGiven() -> throw new IllegalStateException("a text was given");
    }
  }

  /** GET /api/videos/{video_id}/notes/ai-note-task. */
  public void listForAi(Context ctx) throws IOException {
    Input input = Input.of(ctx);
    Field<VideoId> videoId = input.path("video_id", VideoId::parse);
    input.check();
    NoteHandlers.forAi(notes, videoId.get(), new NotesWithVideo(videos, json))
        .respond(
            ctx,
            json,
            Paging.ALL,
            count ->
                new AiNotesJson(videoId.get().value(), List.of(), NoteHandlers.waiting(count)));
  }

  private void respond(Context ctx, int status, Note note) {
    json.respond(ctx, status, new NotesWithVideo(videos, json).apply(note));
  }
}
