package dev.vidwiz.application.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.storage.InMemoryStorage;
import dev.vidwiz.application.task.ScheduleFetches;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.domain.video.VideoId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CreateNoteTest {

  private static final VideoId VIDEO = new VideoId("dQw4w9WgXcQ");

  private final InMemoryStorage storage = new InMemoryStorage();
  private final SettableClock clock = new SettableClock();
  private final CreateNote createNote =
      new CreateNote(storage, new ScheduleFetches(storage), (note, video, now) -> {}, clock);

  @Test
  void creates_the_video_and_schedules_what_it_lacks() {
    List<Signal> signals = new ArrayList<>();
    storage.signals().subscribe(signals::add);

    createNote.create(draft("a thought", "A title"));

    assertThat(storage.videos().find(VIDEO).orElseThrow().title()).isEqualTo("A title");
    assertThat(signals)
        .containsExactlyInAnyOrder(
            new Signal.TaskReady(TaskType.METADATA), new Signal.TaskReady(TaskType.TRANSCRIPT));
  }

  @Test
  void schedules_nothing_that_is_there_or_being_fetched() {
    storage.videos().ensure(VIDEO, null, clock.instant());
    storage.videos().storeMetadata(VIDEO, new JsonText("{}"), null, clock.instant());

    createNote.create(draft("one", null));
    createNote.create(draft("two", null));

    assertThat(storage.tasks().countAvailable(TaskType.METADATA, clock.instant(), 10)).isZero();
    assertThat(storage.tasks().countAvailable(TaskType.TRANSCRIPT, clock.instant(), 10))
        .isEqualTo(1);
  }

  @Test
  void fills_a_missing_title_and_never_replaces_one() {
    createNote.create(draft("one", null));
    createNote.create(draft("two", "First"));
    createNote.create(draft("three", "Second"));

    assertThat(storage.videos().find(VIDEO).orElseThrow().title()).isEqualTo("First");
  }

  @Test
  void trims_the_text_and_takes_a_blank_one_for_none() {
    Note trimmed = createNote.create(draft("  a thought \n", null));
    Note blank = createNote.create(draft(" \t ", null));

    assertThat(trimmed.text()).isEqualTo("a thought");
    assertThat(blank.text()).isNull();
    assertThat(blank.generatedByAi()).isFalse();
  }

  @Test
  void a_note_has_50_000_characters_at_most() {
    assertThat(createNote.create(draft("x".repeat(50_000), null)).text()).hasSize(50_000);
    assertThatIllegalArgumentException().isThrownBy(() -> draft("x".repeat(50_001), null));
  }

  private static NoteDraft draft(@Nullable String text, @Nullable String title) {
    return new NoteDraft(
        7, VIDEO, new Timestamp("1:23"), text, title == null ? null : new Title(title));
  }
}
