package dev.vidwiz.application.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.note.EditNote.Outcome;
import dev.vidwiz.application.storage.InMemoryStorage;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EditNoteTest {

  private static final VideoId VIDEO = new VideoId("dQw4w9WgXcQ");

  private final InMemoryStorage storage = new InMemoryStorage();
  private final SettableClock clock = new SettableClock();
  private final EditNote editNote =
      new EditNote(
          storage.transactions(), LimitedNotes.of(storage.notes(), NoteLimits.DEFAULTS), clock);

  @Test
  void keeps_a_text_unchanged_and_clears_it_with_a_blank_one() {
    Note note = note();

    editNote.edit(7L, note.id(), new NoteChange(" new ", null));
    assertThat(stored(note).text()).isEqualTo(" new ");
    editNote.edit(7L, note.id(), new NoteChange(" ", true));
    assertThat(stored(note).text()).isNull();
  }

  @Test
  void changes_the_notes_of_others_for_administrators_only() {
    Note note = note();

    assertThat(editNote.edit(8L, note.id(), new NoteChange("new", null)))
        .isEqualTo(new Outcome.UnknownNote());
    assertThat(editNote.edit(8L, note.id(), new NoteChange(null, null)))
        .isEqualTo(new Outcome.UnknownNote());
    assertThat(editNote.edit(null, note.id(), new NoteChange("new", null)))
        .isEqualTo(new Outcome.Edited(stored(note)));
  }

  @Test
  void does_not_update_a_note_without_changes() {
    Note note = note();
    clock.advance(Duration.ofHours(1));

    assertThat(editNote.edit(7L, note.id(), new NoteChange(null, null)))
        .isEqualTo(new Outcome.NothingGiven());
    assertThat(stored(note)).isEqualTo(note);
  }

  private Note stored(Note note) {
    return storage.notes().find(note.id()).orElseThrow();
  }

  private Note note() {
    storage.videos().ensure(VIDEO, null, clock.instant());
    return storage
        .notes()
        .insert(new NewNote(7, VIDEO, new Timestamp("1:23"), "old", clock.instant()));
  }
}
