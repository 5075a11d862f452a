package dev.vidwiz.http.legacy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.http.note.NoteJson;
import dev.vidwiz.http.video.VideoJson;
import java.util.List;

/** A note with its video. */
record LegacyNoteJson(@JsonUnwrapped NoteJson note, VideoJson video) {

  static LegacyNoteJson from(Note note, Video video) {
    return new LegacyNoteJson(NoteJson.from(note), VideoJson.from(video));
  }

  static List<LegacyNoteJson> from(List<Note> notes, Video video) {
    return notes.stream().map(note -> from(note, video)).toList();
  }
}
