package dev.vidwiz.application.note;

import static dev.vidwiz.application.storage.Samples.ALL;
import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.addUser;
import static dev.vidwiz.application.storage.Samples.addVideo;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidwiz.application.storage.ListPart;
import dev.vidwiz.application.storage.Race;
import dev.vidwiz.application.storage.StorageContract;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.application.user.ProfileChange;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.user.User;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Notes} promises. */
public abstract class NotesContract extends StorageContract {

  private static final long ANN = 41;
  private static final long EVE = 42;
  private static final Instant LATER = NOW.plusSeconds(60);

  private Notes notes;
  private VideoId videoId;

  @BeforeEach
  final void takeNotes() {
    notes = storage.notes();
    videoId = addVideo(storage).videoId();
  }

  @Test
  void keeps_a_note_unchanged() {
    String text = "  Grüße 👋 'quoted' \\ %s :name ?\r\n" + "x".repeat(49_000);

    Note note = notes.insert(new NewNote(ANN, videoId, new Timestamp("at 1:23"), text, NOW));

    assertThat(note.id()).isPositive();
    assertThat(note.userId()).isEqualTo(ANN);
    assertThat(note.videoId()).isEqualTo(videoId);
    assertThat(note.timestamp()).isEqualTo(new Timestamp("at 1:23"));
    assertThat(note.text()).isEqualTo(text);
    assertThat(note.generatedByAi()).isFalse();
    assertThat(note.createdAt()).isEqualTo(NOW);
    assertThat(note.updatedAt()).isEqualTo(NOW);
    assertThat(notes.findByUserAndVideo(ANN, videoId, ALL)).containsExactly(note);
    assertThat(notes.find(note.id())).contains(note);
    assertThat(notes.find(note.id() + 1)).isEmpty();
  }

  @Test
  void refuses_a_note_without_its_video() {
    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(() -> add(ANN, newVideoId(), "text", NOW))
        .returns(false, StorageException::isTemporary);
  }

  @Test
  void lists_a_users_own_notes_of_one_video_oldest_first() {
    Note third = add(ANN, videoId, "third", LATER);
    Note first = add(ANN, videoId, "first", NOW);
    Note second = add(ANN, videoId, "second", NOW);
    add(EVE, videoId, "another's", NOW);
    add(ANN, addVideo(storage).videoId(), "elsewhere", NOW);

    assertThat(notes.findByUserAndVideo(ANN, videoId, ALL)).containsExactly(first, second, third);
    assertThat(notes.findByUserAndVideo(ANN, newVideoId(), ALL)).isEmpty();
  }

  @Test
  void lists_a_part_of_them() {
    Note third = add(ANN, videoId, "third", LATER);
    Note first = add(ANN, videoId, "first", NOW);
    Note second = add(ANN, videoId, "second", NOW);
    add(EVE, videoId, "another's", NOW);

    assertThat(notes.findByUserAndVideo(ANN, videoId, ListPart.first(0, 2)))
        .containsExactly(first, second);
    assertThat(notes.findByUserAndVideo(ANN, videoId, ListPart.first(1, 5)))
        .containsExactly(second, third);
    assertThat(notes.findByUserAndVideo(ANN, videoId, ListPart.after(NOW, first.id(), 1)))
        .containsExactly(second);
    assertThat(notes.findByUserAndVideo(ANN, videoId, ListPart.after(NOW, second.id(), 9)))
        .containsExactly(third);
    assertThat(notes.findByUserAndVideo(ANN, videoId, ListPart.after(LATER, third.id(), 9)))
        .isEmpty();
    assertThat(notes.findByUserAndVideo(ANN, videoId, ListPart.first(2_000_000_000_000L, 9)))
        .isEmpty();
  }

  @Test
  void lists_the_blank_notes_of_users_with_ai_notes_on_oldest_first() {
    User ai = addUser(storage, true);
    User noAi = addUser(storage, false);
    Note second = add(ai.id(), videoId, null, LATER);
    Note first = add(ai.id(), videoId, null, NOW);
    add(ai.id(), videoId, "written", NOW);
    add(noAi.id(), videoId, null, NOW);
    add(Long.MAX_VALUE, videoId, null, NOW);
    add(ai.id(), addVideo(storage).videoId(), null, NOW);

    assertThat(blankOfAiUsers()).containsExactly(first, second);
    assertThat(notes.findBlankOfAiUsers(videoId, ListPart.first(1, 9))).containsExactly(second);
    assertThat(notes.findBlankOfAiUsers(videoId, ListPart.first(0, 1))).containsExactly(first);
    assertThat(notes.findBlankOfAiUsers(videoId, ListPart.after(NOW, first.id(), 9)))
        .containsExactly(second);
  }

  @Test
  void follows_users_who_switch_ai_notes_on_and_off() {
    User user = addUser(storage, false);
    Note note = add(user.id(), videoId, null, NOW);

    assertThat(storage.users().updateProfile(user.id(), new ProfileChange(null, true))).isPresent();
    assertThat(blankOfAiUsers()).containsExactly(note);

    assertThat(storage.users().updateProfile(user.id(), new ProfileChange(null, false)))
        .isPresent();
    assertThat(blankOfAiUsers()).isEmpty();
  }

  private List<Note> blankOfAiUsers() {
    return notes.findBlankOfAiUsers(videoId, ListPart.first(0, 9));
  }

  @Test
  void changes_the_given_values_of_an_own_note() {
    Note note = add(ANN, videoId, "before", NOW);

    Note rewritten = updateOwn(note, new NoteChange(" after ", null));
    Note byAi = updateOwn(note, new NoteChange(null, true));

    assertThat(rewritten.text()).isEqualTo(" after ");
    assertThat(rewritten.generatedByAi()).isFalse();
    assertThat(rewritten.createdAt()).isEqualTo(NOW);
    assertThat(rewritten.updatedAt()).isEqualTo(LATER);
    assertThat(byAi.text()).isEqualTo(" after ");
    assertThat(byAi.generatedByAi()).isTrue();
    assertThat(notes.findByUserAndVideo(ANN, videoId, ALL)).containsExactly(byAi);
  }

  @Test
  void removes_the_text_when_a_blank_one_is_given() {
    Note note = add(ANN, videoId, "before", NOW);

    assertThat(updateOwn(note, new NoteChange(" \n", null)).text()).isNull();
  }

  @Test
  void does_not_change_notes_of_others() {
    Note note = add(ANN, videoId, "before", NOW);

    assertThat(notes.updateOwn(EVE, note.id(), new NoteChange("after", null), LATER)).isEmpty();
    assertThat(notes.updateOwn(ANN, Long.MAX_VALUE, new NoteChange("after", null), LATER))
        .isEmpty();
    assertThat(notes.findByUserAndVideo(ANN, videoId, ALL)).containsExactly(note);
  }

  @Test
  void lets_an_administrator_change_any_note() {
    Note note = add(ANN, videoId, null, NOW);

    Note changed = notes.updateAny(note.id(), new NoteChange("by AI", true), LATER).orElseThrow();

    assertThat(changed.userId()).isEqualTo(ANN);
    assertThat(changed.text()).isEqualTo("by AI");
    assertThat(changed.generatedByAi()).isTrue();
    assertThat(changed.updatedAt()).isEqualTo(LATER);
    assertThat(notes.updateAny(Long.MAX_VALUE, new NoteChange("x", null), LATER)).isEmpty();
  }

  @Test
  void removes_an_own_note_once_and_no_note_of_others() {
    Note note = add(ANN, videoId, "text", NOW);

    assertThat(notes.deleteOwn(EVE, note.id())).isFalse();
    assertThat(notes.deleteOwn(ANN, note.id())).isTrue();
    assertThat(notes.deleteOwn(ANN, note.id())).isFalse();
    assertThat(notes.findByUserAndVideo(ANN, videoId, ALL)).isEmpty();
  }

  @Test
  void never_reuses_an_id() {
    Note removed = add(ANN, videoId, "text", NOW);
    assertThat(notes.deleteOwn(ANN, removed.id())).isTrue();

    assertThat(add(ANN, videoId, "text", NOW).id()).isGreaterThan(removed.id());
  }

  @Test
  void keeps_all_concurrent_notes() throws InterruptedException {
    List<Note> added = Race.run(100, runner -> add(ANN, videoId, "note " + runner, NOW));

    assertThat(added).extracting(Note::id).doesNotHaveDuplicates();
    assertThat(notes.findByUserAndVideo(ANN, videoId, ALL))
        .containsExactlyInAnyOrderElementsOf(added);
  }

  @Test
  void counts_what_a_user_has() {
    Note first = add(ANN, videoId, "Grüße", NOW);
    Note blank = add(ANN, addVideo(storage).videoId(), null, NOW);
    add(EVE, videoId, "another's", NOW);
    assertThat(notes.usage(ANN)).isEqualTo(new NoteUsage(2, 7));

    updateOwn(first, new NoteChange("👋", null));
    assertThat(notes.fillInIfBlank(blank.id(), "by the AI", LATER)).isTrue();
    assertThat(notes.usage(ANN)).isEqualTo(new NoteUsage(2, 13));

    updateOwn(blank, new NoteChange(" ", null));
    assertThat(notes.deleteOwn(ANN, first.id())).isTrue();
    assertThat(notes.usage(ANN)).isEqualTo(new NoteUsage(1, 0));
    assertThat(notes.usage(Long.MAX_VALUE)).isEqualTo(NoteUsage.NONE);
  }

  @Test
  void counts_notes_that_come_at_once() throws InterruptedException {
    Race.run(100, runner -> add(ANN, videoId, "12345", NOW));

    assertThat(notes.usage(ANN)).isEqualTo(new NoteUsage(100, 500));
  }

  private Note add(long userId, VideoId video, @Nullable String text, Instant createdAt) {
    return notes.insert(new NewNote(userId, video, new Timestamp("1:23"), text, createdAt));
  }

  private Note updateOwn(Note note, NoteChange change) {
    return notes.updateOwn(ANN, note.id(), change, LATER).orElseThrow();
  }

  @Test
  void fills_in_a_note_that_is_still_blank() {
    Note blank = notes.insert(new NewNote(ANN, videoId, new Timestamp("1:23"), null, NOW));

    assertThat(notes.fillInIfBlank(blank.id(), "by the AI", LATER)).isTrue();
    assertThat(notes.fillInIfBlank(blank.id(), "once more", LATER)).isFalse();
    assertThat(notes.fillInIfBlank(-1, "nobody's", LATER)).isFalse();

    Note filled = notes.find(blank.id()).orElseThrow();
    assertThat(filled.text()).isEqualTo("by the AI");
    assertThat(filled.generatedByAi()).isTrue();
    assertThat(filled.updatedAt()).isEqualTo(LATER);
    assertThat(notes.find(-1)).isEmpty();
  }
}
