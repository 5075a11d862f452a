package dev.vidwiz.application.note;

import static dev.vidwiz.application.storage.Samples.ALL;
import static dev.vidwiz.application.storage.Samples.addUser;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.TestUseCases;
import dev.vidwiz.application.job.AiJob;
import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.storage.Race;
import dev.vidwiz.application.storage.StorageContract;
import dev.vidwiz.application.video.VideoSearch;
import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What {@link CreateNote} does on every storage, be it in steps or by way of a {@link
 * NoteFastPath}, which has to know the same rules.
 */
public abstract class CreateNoteContract extends StorageContract {

  private static final Signal METADATA_READY = new Signal.TaskReady(TaskType.METADATA);
  private static final Signal TRANSCRIPT_READY = new Signal.TaskReady(TaskType.TRANSCRIPT);

  private final VideoId videoId = newVideoId();
  private final SettableClock clock = new SettableClock();
  private final List<Signal> signals = new CopyOnWriteArrayList<>();
  private CreateNote createNote;

  @BeforeEach
  final void listen() {
    createNote = TestUseCases.over(storage, clock).createNote;
    storage.signals().subscribe(signals::add);
  }

  @Test
  void keeps_the_note() {
    Note first = create("a thought", "A title");
    Note second = create("another", null);

    assertThat(storage.notes().findByUserAndVideo(7, videoId, ALL)).containsExactly(first, second);
    assertThat(first)
        .isEqualTo(
            new Note(
                first.id(),
                7,
                videoId,
                new Timestamp("1:23"),
                "a thought",
                false,
                clock.instant(),
                clock.instant()));
  }

  @Test
  void creates_the_video_and_schedules_its_tasks() {
    create("a thought", "A title");

    Video video = video();
    assertThat(video.title()).isEqualTo("A title");
    assertThat(video.createdAt()).isEqualTo(clock.instant());
    assertThat(video.updatedAt()).isEqualTo(clock.instant());
    assertThat(signals).containsExactlyInAnyOrder(METADATA_READY, TRANSCRIPT_READY);
    assertThat(claim(TaskType.METADATA).videoId()).isEqualTo(videoId);
    assertThat(claim(TaskType.TRANSCRIPT).createdAt()).isEqualTo(clock.instant());
  }

  @Test
  void adds_the_video_to_the_search_of_the_user() {
    create("a thought", "A title");

    VideoSearch search = new VideoSearch(7, "title", 1, 10, VideoSearch.Sort.TITLE_ASC);
    assertThat(storage.videos().search(search).videos()).containsExactly(videoId);
  }

  @Test
  void schedules_no_task_while_one_is_active() {
    create("one", null);
    claim(TaskType.TRANSCRIPT);
    signals.clear();

    create("two", null);

    assertThat(available(TaskType.METADATA)).isEqualTo(1);
    assertThat(available(TaskType.TRANSCRIPT)).isZero();
    assertThat(signals).isEmpty();
  }

  @Test
  void schedules_no_task_for_available_parts() {
    storage.videos().ensure(videoId, null, clock.instant());
    storage.videos().storeMetadata(videoId, new JsonText("{}"), null, clock.instant());
    create("one", null);
    assertThat(signals).containsExactly(TRANSCRIPT_READY);
    storage.videos().markTranscriptAvailable(videoId, clock.instant());
    end(claim(TaskType.TRANSCRIPT).completed(clock.instant()));
    Video video = video();

    create("two", null);

    assertThat(signals).hasSize(1);
    assertThat(available(TaskType.TRANSCRIPT)).isZero();
    assertThat(video()).isEqualTo(video);
  }

  @Test
  void schedules_no_second_task_for_a_deleted_video() {
    storage
        .tasks()
        .schedule(
            TaskType.METADATA, videoId, new Requester.Nobody(), clock.instant(), clock.instant());

    create("a thought", null);

    assertThat(signals).containsExactly(TRANSCRIPT_READY);
  }

  @Test
  void schedules_again_ten_minutes_after_a_failure() {
    create("one", "A title");
    end(claim(TaskType.METADATA).failedForGood("no network", clock.instant()));
    signals.clear();

    clock.advance(Duration.ofMinutes(10).minusSeconds(1));
    create("two", null);
    assertThat(signals).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    create("three", null);

    assertThat(signals).containsExactly(METADATA_READY);
    assertThat(available(TaskType.METADATA)).isEqualTo(1);
  }

  @Test
  void removes_the_transcript_error_when_a_task_is_scheduled_again() {
    create("one", "A title");
    end(claim(TaskType.TRANSCRIPT).failedForGood("private", clock.instant()));
    storage.videos().storeTranscriptError(videoId, "It is private.", clock.instant());
    signals.clear();

    create("two", null);
    assertThat(video().transcriptError()).isEqualTo("It is private.");
    clock.advance(Duration.ofMinutes(10));
    create("three", null);

    assertThat(video().transcriptError()).isNull();
    assertThat(video().updatedAt()).isEqualTo(clock.instant());
    assertThat(signals)
        .containsExactlyInAnyOrder(TRANSCRIPT_READY, new Signal.VideoChanged(videoId));
  }

  @Test
  void keeps_the_transcript_error_while_a_task_is_active() {
    create("one", "A title");
    storage.videos().storeTranscriptError(videoId, "Next try at 14:05 UTC.", clock.instant());
    signals.clear();

    create("two", null);

    assertThat(video().transcriptError()).isEqualTo("Next try at 14:05 UTC.");
    assertThat(signals).isEmpty();
  }

  @Test
  void fills_a_missing_title_and_never_replaces_one() {
    create("one", null);
    create("two", "First");
    create("three", "Second");

    assertThat(video().title()).isEqualTo("First");
  }

  @Test
  void trims_the_text_and_treats_a_blank_one_as_missing() {
    Note trimmed = create("  a thought \n", null);
    Note blank = create(" \t ", null);

    assertThat(trimmed.text()).isEqualTo("a thought");
    assertThat(blank.text()).isNull();
    assertThat(blank.generatedByAi()).isFalse();
  }

  @Test
  void a_note_has_50_000_characters_at_most() {
    assertThat(create("x".repeat(50_000), null).text()).hasSize(50_000);
    assertThatIllegalArgumentException().isThrownBy(() -> create("x".repeat(50_001), null));
  }

  @Test
  void adds_an_ai_job_for_a_blank_note_if_enabled_and_there_is_a_transcript() {
    long wanting = addUser(storage, true).id();
    createOf(wanting, null);
    storage.videos().markTranscriptAvailable(videoId, clock.instant());
    assertThat(aiJobs()).isEmpty();
    signals.clear();

    createOf(addUser(storage, false).id(), null);
    createOf(wanting, "a text");
    assertThat(aiJobs()).isEmpty();
    Note blank = createOf(wanting, null);

    assertThat(aiJobs()).singleElement().extracting(AiJob::noteId).isEqualTo(blank.id());
    assertThat(signals).containsExactly(new Signal.JobReady(AiJobKind.AI_NOTE));
  }

  @Test
  void keeps_all_concurrent_notes_on_a_new_video() throws InterruptedException {
    List<Note> notes = Race.run(32, runner -> createOf(runner, "from " + runner));

    assertThat(notes.stream().map(Note::id)).doesNotHaveDuplicates();
    for (Note note : notes) {
      assertThat(storage.notes().find(note.id())).contains(note);
    }
    assertThat(available(TaskType.METADATA)).isEqualTo(1);
    assertThat(available(TaskType.TRANSCRIPT)).isEqualTo(1);
    assertThat(signals).containsExactlyInAnyOrder(METADATA_READY, TRANSCRIPT_READY);
  }

  @Test
  void saves_nothing_in_a_transaction_that_is_rolled_back() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                storage
                    .transactions()
                    .inTransaction(
                        () -> {
                          create("a thought", null);
                          throw new IllegalStateException("planted");
                        }));

    assertThat(storage.videos().find(videoId)).isEmpty();
    assertThat(storage.notes().findByUserAndVideo(7, videoId, ALL)).isEmpty();
    assertThat(available(TaskType.METADATA)).isZero();
    assertThat(signals).isEmpty();
  }

  private Note create(@Nullable String text, @Nullable String title) {
    return createNote.create(
        new NoteDraft(
            7, videoId, new Timestamp("1:23"), text, title == null ? null : new Title(title)));
  }

  private Note createOf(long userId, @Nullable String text) {
    return createNote.create(new NoteDraft(userId, videoId, new Timestamp("0:05"), text, null));
  }

  private Video video() {
    return storage.videos().find(videoId).orElseThrow();
  }

  private Task claim(TaskType type) {
    return storage.tasks().claim(type, null, clock.instant()).orElseThrow();
  }

  private void end(Task ended) {
    Task before = storage.tasks().find(ended.id()).orElseThrow();
    assertThat(storage.tasks().updateIfUnchanged(before, ended)).isTrue();
  }

  private int available(TaskType type) {
    return storage.tasks().countAvailable(type, clock.instant(), 10);
  }

  private List<AiJob> aiJobs() {
    return storage
        .outbox()
        .claim(AiJobKind.AI_NOTE, 10, clock.instant(), clock.instant().plusSeconds(1));
  }
}
