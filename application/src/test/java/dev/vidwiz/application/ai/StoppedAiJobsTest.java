package dev.vidwiz.application.ai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.TestUseCases;
import dev.vidwiz.application.chat.ChatModel;
import dev.vidwiz.application.chat.ChatModelException;
import dev.vidwiz.application.chat.ChatPrompt;
import dev.vidwiz.application.chat.Completion;
import dev.vidwiz.application.job.AiJob;
import dev.vidwiz.application.job.AiJobMessage;
import dev.vidwiz.application.job.JobPublisher;
import dev.vidwiz.application.storage.InMemoryStorage;
import dev.vidwiz.application.transcript.Transcripts;
import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.transcript.Segment;
import dev.vidwiz.domain.transcript.Transcript;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of AI jobs whose server stops, dies or takes its time. */
@Timeout(60)
class StoppedAiJobsTest {

  private static final VideoId VIDEO = new VideoId("dQw4w9WgXcQ");
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final InMemoryStorage storage = new InMemoryStorage();
  private final SettableClock clock = new SettableClock();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  @BeforeEach
  void addJob() {
    storage.videos().ensure(VIDEO, null, clock.instant());
    storage.transcripts().put(VIDEO, new JsonText("[]"));
    storage.videos().markTranscriptAvailable(VIDEO, clock.instant());
    storage.outbox().add(AiJobKind.SUMMARY, VIDEO, null, clock.instant());
  }

  @Test
  void another_server_gets_the_jobs_of_a_stopping_server_at_once_and_uncounted() throws Exception {
    WorkOnAiJobs worker = worker(() -> new CountDownLatch(1).await());
    Thread work = start(worker::work);

    worker.close();

    assertThat(claim()).extracting(AiJob::attempts).containsExactly(1);
    work.join();
  }

  @Test
  void a_model_that_ignores_interrupts_does_not_affect_the_next_claim() throws Exception {
    WorkOnAiJobs worker = worker(() -> awaitRegardless(goOn));
    Thread work = start(worker::work);
    worker.close();
    assertThat(claim()).hasSize(1);

    goOn.countDown();
    work.join();

    clock.advance(LEASE.minusSeconds(1));
    assertThat(claim()).isEmpty();
  }

  @Test
  void a_stopped_server_claims_no_more_jobs() throws Exception {
    WorkOnAiJobs worker = worker(() -> {});
    worker.close();

    worker.work();

    assertThat(claim()).extracting(AiJob::attempts).containsExactly(1);
  }

  @Test
  void a_long_job_is_kept_while_its_lease_is_renewed() throws Exception {
    WorkOnAiJobs worker = worker(goOn::await);
    Thread work = start(worker::work);

    for (int i = 0; i < 10; i++) {
      clock.advance(WorkOnAiJobs.RENEWAL);
      worker.renewLeases();
      assertThat(claim()).isEmpty();
    }
    clock.advance(LEASE);
    assertThat(claim()).extracting(AiJob::attempts).containsExactly(2);

    goOn.countDown();
    work.join();
  }

  @Test
  void jobs_in_a_slow_call_to_a_queue_are_given_back_too() throws Exception {
    JobPublisher slow =
        new JobPublisher() {
          @Override
          public Set<AiJobKind> kinds() {
            return EnumSet.of(AiJobKind.SUMMARY);
          }

          @Override
          public List<AiJobMessage> publish(AiJobKind kind, List<AiJobMessage> messages) {
            asked.countDown();
            awaitRegardless(goOn);
            throw overloaded();
          }
        };
    RelayAiJobs relay =
        new RelayAiJobs(
            storage.transactions(),
            storage.outbox(),
            new AiJobMessages(storage.videos(), storage.notes(), storage.transcripts()),
            slow,
            clock,
            new Random(1));
    Thread work = start(relay::relay);

    relay.close();

    assertThat(claim()).extracting(AiJob::attempts).containsExactly(1);
    goOn.countDown();
    work.join();
    clock.advance(LEASE.minusSeconds(1));
    assertThat(claim()).isEmpty();
  }

  private interface Work {
    void run() throws InterruptedException;
  }

  /** Makes a worker whose model does this and then fails. */
  private WorkOnAiJobs worker(Work thinking) {
    ChatModel model =
        new ChatModel() {
          @Override
          public String name() {
            return "slow";
          }

          @Override
          public Completion complete(ChatPrompt prompt) throws InterruptedException {
            asked.countDown();
            thinking.run();
            throw overloaded();
          }
        };
    Transcripts transcripts =
        new Transcripts(
            storage.transcripts(), json -> new Transcript(List.of(new Segment(0, 5, "hello"))));
    return new WorkOnAiJobs(
        storage.transactions(),
        storage.outbox(),
        Map.of(
            AiJobKind.SUMMARY,
            new WriteSummary(
                storage.videos(),
                storage.signals(),
                TestUseCases.finding(storage, transcripts, clock),
                model,
                1_000,
                clock)),
        clock,
        new Random(1));
  }

  /** Starts work on the job and waits until it is under way. */
  private Thread start(Work work) throws InterruptedException {
    Thread thread =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    work.run();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    asked.await();
    return thread;
  }

  /** Looks for jobs as another server does. */
  private List<AiJob> claim() {
    return storage
        .outbox()
        .claim(AiJobKind.SUMMARY, 9, clock.instant(), clock.instant().plus(LEASE));
  }

  private static ChatModelException overloaded() {
    return new ChatModelException(
        ChatModelException.Kind.UNAVAILABLE, "overloaded", Duration.ZERO, null);
  }

  private static void awaitRegardless(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        // Goes on regardless.
      }
    }
  }
}
