package dev.vidwiz.application.ai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.TestUseCases;
import dev.vidwiz.application.chat.ChatModelException;
import dev.vidwiz.application.chat.ScriptedChatModel;
import dev.vidwiz.application.job.AiJob;
import dev.vidwiz.application.job.StoredAiJob;
import dev.vidwiz.application.note.CreateNote;
import dev.vidwiz.application.note.DispatchAiJobs;
import dev.vidwiz.application.note.NewNote;
import dev.vidwiz.application.note.NoteDraft;
import dev.vidwiz.application.storage.InMemoryStorage;
import dev.vidwiz.application.transcript.FindTranscript;
import dev.vidwiz.application.transcript.ReceiveTranscript;
import dev.vidwiz.application.transcript.StoreTranscript;
import dev.vidwiz.application.transcript.Transcripts;
import dev.vidwiz.application.user.NewUser;
import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.transcript.Segment;
import dev.vidwiz.domain.transcript.Transcript;
import dev.vidwiz.domain.user.Email;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AiJobsTest {

  private static final VideoId VIDEO = new VideoId("dQw4w9WgXcQ");
  private static final String NOTE = "Isolation levels say which anomalies a database lets happen.";
  private static final String SUMMARY = "A lecture on isolation in databases. ".repeat(8).strip();

  private static final Transcript TRANSCRIPT =
      new Transcript(List.of(new Segment(80, 5, "about isolation levels")));

  private final InMemoryStorage storage = new InMemoryStorage(TRANSCRIPT);
  private final SettableClock clock = new SettableClock();
  private final ScriptedChatModel model = new ScriptedChatModel();
  private final Transcripts transcripts =
      new Transcripts(storage.transcripts(), storage.transcriptReader());
  private final DispatchAiJobs dispatch = TestUseCases.dispatching(storage, true);
  private final CreateNote createNote = TestUseCases.over(storage, clock).createNote;

  @Test
  void notes_that_waited_are_filled_in_once_the_transcript_arrives() throws InterruptedException {
    Note waiting = createNote.create(blankNoteOf(userWithAi(true)));
    Note unwanted = createNote.create(blankNoteOf(userWithAi(false)));
    assertThat(jobs(AiJobKind.AI_NOTE)).isEmpty();

    transcriptArrives(dispatch);
    model.willComplete(NOTE);
    model.willComplete(SUMMARY);
    worker().work();

    assertThat(note(waiting).text()).isEqualTo(NOTE);
    assertThat(note(waiting).generatedByAi()).isTrue();
    assertThat(note(unwanted).text()).isNull();
    assertThat(video().summary()).isEqualTo(SUMMARY);
    assertThat(model.prompts().getFirst().turns().getFirst().content())
        .contains("Moment: 1:23")
        .contains("1:20 about isolation levels");
  }

  @Test
  void any_number_of_notes_can_wait_for_a_transcript() {
    long userId = userWithAi(true);
    createNote.create(blankNoteOf(userId));
    for (int i = 1; i < 1_001; i++) {
      storage
          .notes()
          .insert(new NewNote(userId, VIDEO, new Timestamp("1:23"), null, clock.instant()));
    }

    transcriptArrives(dispatch);

    assertThat(storage.outbox().claim(AiJobKind.AI_NOTE, 2_000, clock.instant(), clock.instant()))
        .hasSize(1_001);
  }

  @Test
  void a_blank_note_on_a_video_with_a_transcript_is_filled_in() throws InterruptedException {
    transcriptArrives(TestUseCases.dispatching(storage, false));
    assertThat(jobs(AiJobKind.SUMMARY)).isEmpty();

    Note note = createNote.create(blankNoteOf(userWithAi(true)));
    model.willComplete("\"" + NOTE + "\"\n");
    worker().work();

    assertThat(note(note).text()).isEqualTo(NOTE);
  }

  @Test
  void a_text_of_the_wrong_length_is_requested_again_and_finally_cut_at_a_word()
      throws InterruptedException {
    transcriptArrives(TestUseCases.dispatching(storage, false));
    Note note = createNote.create(blankNoteOf(userWithAi(true)));
    model.willComplete("Too short.");
    model.willComplete("far too long ".repeat(100));
    model.willComplete("a little too long, " + "word ".repeat(25));

    worker().work();

    assertThat(note(note).text()).startsWith("a little too long").endsWith("word");
    assertThat(note(note).text().length()).isBetween(40, 120);
    assertThat(model.prompts()).hasSize(3);
    assertThat(model.prompts().get(1).turns().getLast().content())
        .isEqualTo("That has 10 characters. Write it again with 40 to 120.");
  }

  @Test
  void a_text_that_the_user_has_written_meanwhile_stays() throws InterruptedException {
    transcriptArrives(TestUseCases.dispatching(storage, false));
    Note note = createNote.create(blankNoteOf(userWithAi(true)));
    storage.notes().fillInIfBlank(note.id(), "by hand", clock.instant());

    worker().work();

    assertThat(note(note).text()).isEqualTo("by hand");
    assertThat(model.prompts()).isEmpty();
    assertThat(jobs(AiJobKind.AI_NOTE)).isEmpty();
  }

  @Test
  void a_job_that_fails_is_tried_five_times_with_growing_pauses() throws InterruptedException {
    transcriptArrives(dispatch);
    for (int attempt = 1; attempt <= 5; attempt++) {
      model.willComplete(down(null));
      worker().work();
      worker().work();
      assertThat(model.prompts()).hasSize(attempt);
      clock.advance(Duration.ofMinutes(15));
    }

    worker().work();

    assertThat(model.prompts()).hasSize(5);
    assertThat(video().summary()).isNull();
  }

  @Test
  void the_retry_after_of_a_model_is_respected() throws InterruptedException {
    transcriptArrives(dispatch);
    model.willComplete(down(Duration.ofHours(1)));
    worker().work();

    clock.advance(Duration.ofMinutes(59));
    worker().work();
    assertThat(model.prompts()).hasSize(1);

    clock.advance(Duration.ofMinutes(1));
    model.willComplete(SUMMARY);
    worker().work();
    assertThat(video().summary()).isEqualTo(SUMMARY);
  }

  @Test
  void the_text_for_a_job_cancelled_meanwhile_is_dropped() throws InterruptedException {
    transcriptArrives(dispatch);
    Note note = createNote.create(blankNoteOf(userWithAi(true)));
    List<Long> ids =
        List.of(jobs(AiJobKind.AI_NOTE).getFirst().id(), jobs(AiJobKind.SUMMARY).getFirst().id());
    model.willComplete(NOTE);
    model.willComplete(SUMMARY);
    model.meanwhile(() -> cancelThoseAtTheWorker(ids));

    worker().work();

    assertThat(model.prompts()).hasSize(2);
    assertThat(note(note).text()).isNull();
    assertThat(video().summary()).isNull();
    assertThat(storage.outbox().findAll(ids))
        .extracting(StoredAiJob::state)
        .containsOnly(TaskState.CANCELLED);
  }

  @ParameterizedTest
  @EnumSource(AiJobKind.class)
  void a_transcript_that_is_in_no_store_is_fetched_again(AiJobKind kind)
      throws InterruptedException {
    transcriptArrives(TestUseCases.dispatching(storage, kind == AiJobKind.SUMMARY));
    createNote.create(blankNoteOf(userWithAi(kind == AiJobKind.AI_NOTE)));
    storage.transcripts().remove(VIDEO);

    worker().work();

    assertThat(video().transcriptAvailable()).isFalse();
    assertThat(storage.tasks().isActive(TaskType.TRANSCRIPT, VIDEO)).isTrue();
    assertThat(model.prompts()).isEmpty();
    assertThat(jobs(kind)).isEmpty();

    transcriptArrives(dispatch);
    assertThat(jobs(kind)).hasSize(1);
  }

  private void cancelThoseAtTheWorker(List<Long> ids) {
    storage.outbox().findAll(ids).stream()
        .filter(kept -> kept.job().attempts() == 2)
        .forEach(kept -> storage.outbox().cancel(kept.job().id(), clock.instant()));
  }

  private WorkOnAiJobs worker() {
    FindTranscript find = TestUseCases.finding(storage, transcripts, clock);
    return new WorkOnAiJobs(
        storage.transactions(),
        storage.outbox(),
        Map.of(
            AiJobKind.AI_NOTE,
            new WriteAiNote(storage.notes(), storage.videos(), find, model, clock),
            AiJobKind.SUMMARY,
            new WriteSummary(storage.videos(), storage.signals(), find, model, 1_000, clock)),
        clock,
        new Random(1));
  }

  private void transcriptArrives(DispatchAiJobs dispatching) {
    ReceiveTranscript receive =
        new ReceiveTranscript(storage.transcripts(), transcripts, storage.videos(), dispatching);
    new StoreTranscript(storage.transactions(), storage.videos(), receive, storage.signals(), clock)
        .store(VIDEO, new JsonText("[]"));
  }

  private List<AiJob> jobs(AiJobKind kind) {
    return storage.outbox().claim(kind, 10, clock.instant(), clock.instant());
  }

  private long userWithAi(boolean on) {
    Email email = new Email((on ? "on" : "off") + "@example.com");
    NewUser user = new NewUser(email, "Somebody", "hash", null, on, clock.instant());
    return storage.users().insertIfFree(user).orElseThrow().id();
  }

  private static NoteDraft blankNoteOf(long userId) {
    return new NoteDraft(userId, VIDEO, new Timestamp("1:23"), null, null);
  }

  private Note note(Note note) {
    return storage.notes().find(note.id()).orElseThrow();
  }

  private Video video() {
    return storage.videos().find(VIDEO).orElseThrow();
  }

  private static ChatModelException down(@Nullable Duration retryAfter) {
    return new ChatModelException(
        ChatModelException.Kind.UNAVAILABLE, "overloaded", retryAfter, null);
  }
}
