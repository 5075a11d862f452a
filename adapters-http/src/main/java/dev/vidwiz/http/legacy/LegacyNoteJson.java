package dev.vidwiz.http.legacy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.http.note.NoteJson;

/** A note with its video, a {@link dev.vidwiz.http.video.VideoJson}. */
record LegacyNoteJson(@JsonUnwrapped NoteJson note, JsonText video) {}
