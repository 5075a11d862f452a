package dev.vidwiz.application.note;

import dev.vidwiz.application.storage.ListPart;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The notes of all users. All methods throw {@link dev.vidwiz.application.storage.StorageException}
 * when the storage fails. Thread-safe.
 */
public interface Notes {

  /** Adds a note to an existing video. */
  Note insert(NewNote note);

  /** Returns the note with this id. */
  Optional<Note> find(long id);

  /** Returns a part of a user's notes of a video, oldest first. */
  List<Note> findByUserAndVideo(long userId, VideoId videoId, ListPart part);

  /** Returns a part of the blank notes of a video whose users enabled AI notes, oldest first. */
  List<Note> findBlankOfAiUsers(VideoId videoId, ListPart part);

  /** Changes a note. Empty when this user has no such note. */
  Optional<Note> updateOwn(long userId, long noteId, NoteChange change, Instant now);

  /** Changes any user's note; empty when there is none. */
  Optional<Note> updateAny(long noteId, NoteChange change, Instant now);

  /** Sets the generated text of a note that is still blank. Tells whether it was blank. */
  boolean fillInIfBlank(long noteId, String text, Instant now);

  /** Returns how much a user has stored, in constant time. */
  NoteUsage usage(long userId);

  /** Deletes a note. Tells whether this user had such a note. */
  boolean deleteOwn(long userId, long noteId);
}
