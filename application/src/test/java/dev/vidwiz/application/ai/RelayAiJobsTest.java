package dev.vidwiz.application.ai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.job.AiJobMessage;
import dev.vidwiz.application.job.JobPublisher;
import dev.vidwiz.application.note.NewNote;
import dev.vidwiz.application.storage.InMemoryStorage;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.application.transcript.TranscriptStore;
import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RelayAiJobsTest {

  private static final VideoId VIDEO = new VideoId("dQw4w9WgXcQ");

  private final InMemoryStorage storage = new InMemoryStorage();
  private final SettableClock clock = new SettableClock();

  @Test
  void jobs_are_sent_to_their_queue_and_wait_while_it_is_down() throws InterruptedException {
    Note note = notes(1).getFirst();
    storage.outbox().add(AiJobKind.SUMMARY, VIDEO, null, clock.instant());
    FlakyQueue queue = new FlakyQueue();
    RelayAiJobs relay = relay(queue, storage.transcripts());

    queue.down = true;
    relay.relay();
    relay.relay();
    assertThat(queue.sent).isEmpty();
    queue.down = false;
    clock.advance(Duration.ofMinutes(1));
    relay.relay();
    relay.relay();

    assertThat(queue.sent)
        .extracting(message -> message.job().kind())
        .containsExactlyInAnyOrder(AiJobKind.AI_NOTE, AiJobKind.SUMMARY);
    assertThat(queue.sent).extracting(AiJobMessage::note).contains(note);
    assertThat(queue.calls).hasValue(4);
    assertThat(storage.outbox().findAll(List.of(1L, 2L))).isEmpty();
  }

  @Test
  void several_batches_are_sent_at_once_and_each_job_once() throws InterruptedException {
    List<Note> notes = notes(95);
    CountDownLatch together = new CountDownLatch(4);
    FlakyQueue queue =
        new FlakyQueue() {
          @Override
          public List<AiJobMessage> publish(AiJobKind kind, List<AiJobMessage> messages) {
            together.countDown();
            await(together);
            return super.publish(kind, messages);
          }
        };

    relay(queue, storage.transcripts()).relay();

    assertThat(queue.sent)
        .extracting(AiJobMessage::note)
        .containsExactlyInAnyOrderElementsOf(notes);
    assertThat(queue.calls).hasValue(10);
  }

  @Test
  void jobs_of_one_kind_do_not_wait_for_all_jobs_of_the_other() throws InterruptedException {
    notes(500);
    storage.outbox().add(AiJobKind.SUMMARY, VIDEO, null, clock.instant());
    FlakyQueue queue = new FlakyQueue();

    relay(queue, storage.transcripts()).relay();

    assertThat(queue.sent.stream().limit(250))
        .extracting(message -> message.job().kind())
        .contains(AiJobKind.SUMMARY);
  }

  @Test
  void a_job_whose_transcript_is_in_the_fallback_is_retried_with_backoff()
      throws InterruptedException {
    notes(1);
    Unsettled transcripts = new Unsettled();
    FlakyQueue queue = new FlakyQueue();
    RelayAiJobs relay = relay(queue, transcripts);

    for (int second = 0; second < 600; second++) {
      relay.relay();
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(transcripts.looks).hasValueBetween(10, 60);
    assertThat(storage.outbox().findAll(List.of(1L)).getFirst().errors())
        .extracting(error -> error.error())
        .containsOnly("the transcript is not in its store yet");

    transcripts.settled = true;
    clock.advance(Duration.ofMinutes(1));
    relay.relay();
    assertThat(queue.sent).hasSize(1);
  }

  @Test
  void a_job_of_a_deleted_note_is_dropped() throws InterruptedException {
    Note note = notes(1).getFirst();
    assertThat(storage.notes().deleteOwn(note.userId(), note.id())).isTrue();
    FlakyQueue queue = new FlakyQueue();

    relay(queue, storage.transcripts()).relay();

    assertThat(queue.calls).hasValue(0);
    assertThat(storage.outbox().findAll(List.of(1L))).isEmpty();
  }

  private RelayAiJobs relay(JobPublisher queue, TranscriptStore transcripts) {
    return new RelayAiJobs(
        storage.transactions(),
        storage.outbox(),
        new AiJobMessages(storage.videos(), storage.notes(), transcripts),
        queue,
        clock,
        new Random(1));
  }

  /** Adds notes, and a job for each. */
  private List<Note> notes(int count) {
    storage.videos().ensure(VIDEO, null, clock.instant());
    return IntStream.range(0, count).mapToObj(i -> note()).toList();
  }

  private Note note() {
    Note note =
        storage.notes().insert(new NewNote(1, VIDEO, new Timestamp("1:23"), null, clock.instant()));
    storage.outbox().add(AiJobKind.AI_NOTE, VIDEO, note.id(), clock.instant());
    return note;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Transcripts that are kept elsewhere for now. */
  private static final class Unsettled implements TranscriptStore {

    private final AtomicInteger looks = new AtomicInteger();
    private boolean settled;

    @Override
    public void put(VideoId videoId, JsonText transcript) {}

    @Override
    public Optional<JsonText> find(VideoId videoId) {
      return Optional.empty();
    }

    @Override
    public boolean isInFinalStore(VideoId videoId) {
      looks.incrementAndGet();
      return settled;
    }
  }

  /** A queue that can be switched off. */
  private static class FlakyQueue implements JobPublisher {

    private final Queue<AiJobMessage> sent = new ConcurrentLinkedQueue<>();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean down;

    @Override
    public Set<AiJobKind> kinds() {
      return EnumSet.allOf(AiJobKind.class);
    }

    @Override
    public List<AiJobMessage> publish(AiJobKind kind, List<AiJobMessage> messages) {
      calls.incrementAndGet();
      if (down) {
        throw StorageException.unavailable("down", null);
      }
      sent.addAll(messages);
      return messages;
    }
  }
}
