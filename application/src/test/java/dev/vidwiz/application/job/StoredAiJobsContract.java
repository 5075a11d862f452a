package dev.vidwiz.application.job;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.storage.Race;
import dev.vidwiz.application.storage.StorageContract;
import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.task.TaskError;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Outbox} promises to operators, who look at jobs, retry and cancel them. */
public abstract class StoredAiJobsContract extends StorageContract {

  private static final Instant LEASE_END = NOW.plusSeconds(60);

  private final VideoId videoId = newVideoId();
  private Outbox outbox;

  @BeforeEach
  final void takeOutbox() {
    outbox = storage.outbox();
  }

  @Test
  void returns_the_state_of_a_job() {
    AiJob added = added(AiJobKind.AI_NOTE, 7L);
    assertThat(kept(added))
        .isEqualTo(new StoredAiJob(added, TaskState.PENDING, List.of(), NOW, null, NOW));

    Instant start = NOW.plusSeconds(1);
    AiJob first = claim(AiJobKind.AI_NOTE, start);
    assertThat(kept(added))
        .isEqualTo(
            new StoredAiJob(
                first, TaskState.IN_PROGRESS, List.of(), start.plusSeconds(60), start, start));

    outbox.putBack(first, start, "it's \"down\"", start);
    TaskError error = new TaskError(start, 1, "it's \"down\"");
    assertThat(kept(added))
        .isEqualTo(new StoredAiJob(first, TaskState.PENDING, List.of(error), start, null, start));

    AiJob second = claim(AiJobKind.AI_NOTE, LEASE_END);
    outbox.fail(second, "hopeless", LEASE_END);
    assertThat(kept(added))
        .isEqualTo(
            new StoredAiJob(
                second,
                TaskState.FAILED,
                List.of(error, new TaskError(LEASE_END, 2, "hopeless")),
                LEASE_END,
                LEASE_END,
                LEASE_END));
    assertThat(outbox.findAll(List.of(Long.MAX_VALUE))).isEmpty();
    assertThat(outbox.findAll(List.of())).isEmpty();
  }

  @Test
  void keeps_only_the_last_errors() {
    AiJob added = added(AiJobKind.SUMMARY, null);
    for (int attempt = 1; attempt <= 22; attempt++) {
      outbox.putBack(claim(AiJobKind.SUMMARY, NOW), NOW, "error " + attempt, NOW);
    }

    assertThat(kept(added).errors())
        .hasSize(StoredAiJob.KEPT_ERRORS)
        .startsWith(new TaskError(NOW, 3, "error 3"))
        .endsWith(new TaskError(NOW, 22, "error 22"));
  }

  @Test
  void claims_a_retried_failed_job_again_and_counts_from_zero() {
    AiJob added = added(AiJobKind.SUMMARY, null);
    outbox.putBack(claim(AiJobKind.SUMMARY, NOW), NOW, "down", NOW);
    outbox.fail(claim(AiJobKind.SUMMARY, NOW), "hopeless", NOW);

    assertThat(outbox.retry(added.id(), LEASE_END)).isTrue();
    assertThat(outbox.retry(added.id(), LEASE_END)).isFalse();

    assertThat(kept(added))
        .returns(TaskState.PENDING, StoredAiJob::state)
        .returns(LEASE_END, StoredAiJob::availableAt)
        .satisfies(kept -> assertThat(kept.errors()).hasSize(2));
    assertThat(claim(AiJobKind.SUMMARY, LEASE_END).attempts()).isEqualTo(1);
  }

  @Test
  void brings_a_waiting_job_forward_once() {
    AiJob added = added(AiJobKind.SUMMARY, null);
    assertThat(outbox.retry(added.id(), NOW)).isFalse();
    outbox.putBack(claim(AiJobKind.SUMMARY, NOW), LEASE_END, "down", NOW);

    assertThat(outbox.retry(added.id(), NOW)).isTrue();
    assertThat(outbox.retry(added.id(), NOW)).isFalse();

    assertThat(claim(AiJobKind.SUMMARY, NOW).attempts()).isEqualTo(2);
    assertThat(outbox.retry(added.id(), NOW)).isFalse();
    assertThat(outbox.retry(Long.MAX_VALUE, NOW)).isFalse();
  }

  @Test
  void retries_no_job_while_the_same_is_active() {
    AiJob dead = added(AiJobKind.SUMMARY, null);
    outbox.fail(claim(AiJobKind.SUMMARY, NOW), "hopeless", NOW);
    added(AiJobKind.SUMMARY, null);
    added(AiJobKind.AI_NOTE, 7L);

    assertThat(outbox.retry(dead.id(), NOW)).isFalse();
    AiJob other = claim(AiJobKind.SUMMARY, NOW);
    assertThat(outbox.retry(dead.id(), NOW)).isFalse();

    assertThat(outbox.remove(other)).isTrue();
    assertThat(outbox.retry(dead.id(), NOW)).isTrue();
  }

  @Test
  void does_not_claim_a_cancelled_job_until_it_is_retried() {
    AiJob added = added(AiJobKind.SUMMARY, null);
    AiJob taken = claim(AiJobKind.SUMMARY, NOW);

    assertThat(outbox.cancel(added.id(), NOW)).isTrue();
    assertThat(outbox.cancel(added.id(), NOW)).isFalse();
    outbox.putBack(taken, NOW, "late", NOW);
    outbox.postpone(taken, NOW);
    outbox.fail(taken, "late", NOW);
    assertThat(outbox.remove(taken)).isFalse();

    assertThat(outbox.claim(AiJobKind.SUMMARY, 1, LEASE_END, LEASE_END)).isEmpty();
    assertThat(kept(added)).returns(TaskState.CANCELLED, StoredAiJob::state);
    assertThat(kept(added).errors()).isEmpty();
    assertThat(outbox.retry(added.id(), NOW)).isTrue();
    assertThat(claim(AiJobKind.SUMMARY, NOW).attempts()).isEqualTo(1);
    assertThat(outbox.cancel(Long.MAX_VALUE, NOW)).isFalse();
  }

  @Test
  void adds_the_same_job_after_a_cancellation() {
    AiJob added = added(AiJobKind.SUMMARY, null);
    outbox.cancel(added.id(), NOW);

    assertThat(outbox.add(AiJobKind.SUMMARY, videoId, null, NOW)).isTrue();
    assertThat(outbox.retry(added.id(), NOW)).isFalse();
  }

  @Test
  void removes_jobs_that_were_cancelled_before_a_time() {
    AiJob cancelled = added(AiJobKind.SUMMARY, null);
    outbox.cancel(cancelled.id(), NOW);
    AiJob waiting = added(AiJobKind.SUMMARY, null);

    assertThat(outbox.removeCancelled(NOW)).isZero();
    assertThat(outbox.removeCancelled(LEASE_END)).isEqualTo(1);

    assertThat(outbox.findAll(List.of(cancelled.id(), waiting.id())))
        .extracting(StoredAiJob::job)
        .containsExactly(waiting);
  }

  @Test
  void lets_one_of_many_retry_a_job_and_one_cancel_it() throws InterruptedException {
    AiJob added = added(AiJobKind.SUMMARY, null);

    assertThat(Race.run(20, runner -> outbox.cancel(added.id(), NOW))).containsOnlyOnce(true);
    assertThat(Race.run(20, runner -> outbox.retry(added.id(), NOW))).containsOnlyOnce(true);
  }

  private AiJob added(AiJobKind kind, @Nullable Long noteId) {
    assertThat(outbox.add(kind, videoId, noteId, NOW)).isTrue();
    AiJob claimed = claim(kind, NOW);
    outbox.postpone(claimed, NOW);
    return outbox.findAll(List.of(claimed.id())).getFirst().job();
  }

  private StoredAiJob kept(AiJob job) {
    return outbox.findAll(List.of(job.id())).getFirst();
  }

  private AiJob claim(AiJobKind kind, Instant now) {
    return outbox.claim(kind, 1, now, now.plusSeconds(60)).getFirst();
  }
}
