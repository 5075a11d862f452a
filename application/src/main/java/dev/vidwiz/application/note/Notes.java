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

  /** Adds a note to a video that exists. */
  Note insert(NewNote note);

  /** Returns the note with this id. */
  Optional<Note> find(long id);

  /** Returns a user's notes of a video, oldest first. */
  List<Note> findByUserAndVideo(long userId, VideoId videoId);

  /** Returns a part of a user's notes of a video, oldest first. */
  List<Note> findByUserAndVideo(long userId, VideoId videoId, ListPart part);

  /** Returns the notes of a video without text whose users have AI notes on, oldest first. */
  List<Note> findBlankOfAiUsers(VideoId videoId);

  /** Changes a note; empty when there is none, or it is not this user's. */
  Optional<Note> updateOwn(long userId, long noteId, NoteChange change, Instant now);

  /** Changes any user's note; empty when there is none. */
  Optional<Note> updateAny(long noteId, NoteChange change, Instant now);

  /** Gives a note a text of the AI, if it has none; tells whether it did. */
  boolean fillInIfBlank(long noteId, String text, Instant now);

  /** Removes a note; tells whether there was one of this user. */
  boolean deleteOwn(long userId, long noteId);
}
