package dev.vidwiz.http.note;

import dev.vidwiz.application.note.CreateNote;
import dev.vidwiz.application.note.EditNote;
import dev.vidwiz.application.note.NoteChange;
import dev.vidwiz.application.note.NoteDraft;
import dev.vidwiz.application.note.Notes;
import dev.vidwiz.application.storage.ListPart;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.note.NoteText;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.http.auth.Caller;
import dev.vidwiz.http.error.ApiException;
import dev.vidwiz.http.json.Json;
import dev.vidwiz.http.json.MessageJson;
import dev.vidwiz.http.request.Body;
import dev.vidwiz.http.request.Field;
import dev.vidwiz.http.request.Input;
import dev.vidwiz.http.request.Links;
import dev.vidwiz.http.request.Paging;
import dev.vidwiz.http.stream.LongList;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Handles requests for notes, of users and of AI workers. */
public final class NoteHandlers {

  record AiNotesJson(String videoId, List<NoteJson> notes, String message) {}

  private final CreateNote createNote;
  private final EditNote editNote;
  private final Notes notes;
  private final Json json;

  /** Uses the given use cases. */
  public NoteHandlers(CreateNote createNote, EditNote editNote, Notes notes, Json json) {
    this.createNote = createNote;
    this.editNote = editNote;
    this.notes = notes;
    this.json = json;
  }

  /** POST /v2/videos/{video_id}/notes. */
  public void create(Context ctx) throws IOException {
    Input input = Input.of(ctx);
    Field<VideoId> videoId = input.path("video_id", VideoId::parse);
    Body body = input.body("timestamp", "text", "video_title");
    Field<Timestamp> timestamp = body.required("timestamp").text(Timestamp::parse);
    Field<String> text = body.optional("text").text(NoteText.RULE);
    Field<Title> title = body.optional("video_title").textUnlessBlank(Title::parse);
    input.check();
    Note note =
        createNote.create(
            new NoteDraft(
                Caller.userId(ctx), videoId.get(), timestamp.get(), text.orNull(), title.orNull()));
    created(ctx, note);
    json.respond(ctx, 201, NoteJson.from(note));
  }

  /** Tells the client where it can read its new note. */
  public static void created(Context ctx, Note note) {
    Links.created(ctx, "/v2/notes/" + note.id());
  }

  /** GET /v2/notes/{note_id}. */
  public void show(Context ctx) {
    Input input = Input.of(ctx);
    Field<Long> noteId = input.pathId("note_id");
    input.check();
    long userId = Caller.userId(ctx);
    Note note =
        notes
            .find(noteId.get())
            .filter(found -> found.userId() == userId)
            .orElseThrow(NoteHandlers::notFound);
    json.respond(ctx, 200, NoteJson.from(note));
  }

  /** GET /v2/videos/{video_id}/notes. */
  public void list(Context ctx) throws IOException {
    Input input = Input.of(ctx);
    Field<VideoId> videoId = input.path("video_id", VideoId::parse);
    Field<Paging> page = Paging.read(input);
    input.check();
    ofVideo(notes, Caller.userId(ctx), videoId.get(), NoteJson::from)
        .respondIfChanged(ctx, json, page.get());
  }

  /** Returns the list of a user's notes of a video, each converted by {@code shape}. */
  public static LongList<Note> ofVideo(
      Notes notes, long userId, VideoId videoId, Function<Note, Object> shape) {
    return list(part -> notes.findByUserAndVideo(userId, videoId, part), shape);
  }

  /** PATCH /v2/notes/{note_id}. */
  public void edit(Context ctx) throws IOException {
    edit(ctx, Caller.userId(ctx));
  }

  /** PATCH /v2/internal/notes/{note_id}. */
  public void editAny(Context ctx) throws IOException {
    edit(ctx, null);
  }

  /** DELETE /v2/notes/{note_id}. */
  public void delete(Context ctx) {
    Input input = Input.of(ctx);
    Field<Long> noteId = input.pathId("note_id");
    input.check();
    if (!notes.deleteOwn(Caller.userId(ctx), noteId.get())) {
      throw notFound();
    }
    json.respond(ctx, 200, new MessageJson("Note deleted successfully"));
  }

  /** GET /v2/internal/videos/{video_id}/ai-notes. */
  public void listForAi(Context ctx) throws IOException {
    Input input = Input.of(ctx);
    Field<VideoId> videoId = input.path("video_id", VideoId::parse);
    input.check();
    forAi(notes, videoId.get(), NoteJson::from)
        .respond(
            ctx,
            json,
            Paging.ALL,
            count -> new AiNotesJson(videoId.get().value(), List.of(), waiting(count)));
  }

  /**
   * Returns the list of a video's blank notes for the AI, each converted by {@code shape}.
   *
   * @throws ApiException with status 404 when there are none
   */
  public static LongList<Note> forAi(Notes notes, VideoId videoId, Function<Note, Object> shape) {
    if (notes.findBlankOfAiUsers(videoId, ListPart.first(0, 1)).isEmpty()) {
      throw ApiException.notFound("No notes of this video wait for the AI");
    }
    return list(part -> notes.findBlankOfAiUsers(videoId, part), shape);
  }

  private static LongList<Note> list(
      Function<ListPart, List<Note>> source, Function<Note, Object> shape) {
    return new LongList<>(
        source, (note, count) -> ListPart.after(note.createdAt(), note.id(), count), shape);
  }

  /** Returns the message with the number of blank notes. */
  public static String waiting(int notes) {
    return notes + " notes wait for a text";
  }

  private void edit(Context ctx, @Nullable Long userId) throws IOException {
    Input input = Input.of(ctx);
    Field<Long> noteId = input.pathId("note_id");
    Body body = input.body("text", "generated_by_ai");
    Field<String> text = body.optional("text").text(NoteText.RULE);
    Field<Boolean> generatedByAi = body.optional("generated_by_ai").bool();
    input.check();
    NoteChange change = new NoteChange(text.orNull(), generatedByAi.orNull());
    switch (editNote.edit(userId, noteId.get(), change)) {
      case EditNote.Outcome.Edited(Note note) -> json.respond(ctx, 200, NoteJson.from(note));
      case EditNote.Outcome.UnknownNote() -> throw notFound();
      case EditNote.Outcome.NothingGiven() ->
          throw ApiException.badRequest("Nothing to change was given");
    }
  }

  /** Returns the error for a note that does not exist or belongs to somebody else. */
  public static ApiException notFound() {
    return ApiException.notFound("Note not found");
  }
}
