package dev.vidwiz.application.job;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.storage.Race;
import dev.vidwiz.application.storage.StorageContract;
import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Outbox} promises to those who do the jobs; see also {@link StoredAiJobsContract}. */
public abstract class OutboxContract extends StorageContract {

  private static final Instant LEASE_END = NOW.plusSeconds(60);

  private final VideoId videoId = newVideoId();
  private Outbox outbox;

  @BeforeEach
  final void takeOutbox() {
    outbox = storage.outbox();
  }

  @Test
  void claims_the_oldest_jobs_of_a_kind() {
    outbox.add(AiJobKind.AI_NOTE, videoId, 1L, NOW.minusSeconds(2));
    outbox.add(AiJobKind.AI_NOTE, videoId, 2L, NOW.minusSeconds(1));
    outbox.add(AiJobKind.AI_NOTE, videoId, 3L, NOW);
    outbox.add(AiJobKind.SUMMARY, videoId, null, NOW.minusSeconds(9));

    assertThat(claim(AiJobKind.AI_NOTE, 2, NOW)).extracting(AiJob::noteId).containsExactly(1L, 2L);
    assertThat(claim(AiJobKind.AI_NOTE, 2, NOW)).extracting(AiJob::noteId).containsExactly(3L);
    AiJob summary = claim(AiJobKind.SUMMARY, 2, NOW).getFirst();
    assertThat(summary.videoId()).isEqualTo(videoId);
    assertThat(summary.noteId()).isNull();
    assertThat(summary.attempts()).isEqualTo(1);
    assertThat(summary.createdAt()).isEqualTo(NOW.minusSeconds(9));
  }

  @Test
  void makes_jobs_available_whose_times_a_clock_wrote_that_was_ahead() {
    Instant early = NOW.minus(Duration.ofHours(1));
    outbox.add(AiJobKind.SUMMARY, videoId, null, NOW);
    assertThat(claim(AiJobKind.SUMMARY, 1, early)).isEmpty();

    assertThat(outbox.correctFutureTimes(NOW.minusSeconds(30), LEASE_END)).isZero();
    assertThat(outbox.correctFutureTimes(early, LEASE_END)).isEqualTo(1);
    assertThat(outbox.correctFutureTimes(early, LEASE_END)).isZero();

    assertThat(claim(AiJobKind.SUMMARY, 1, early)).hasSize(1);
  }

  @Test
  void leaves_jobs_delayed_that_a_clock_delayed_which_is_right() {
    outbox.add(AiJobKind.SUMMARY, videoId, null, NOW);
    AiJob job = claim(AiJobKind.SUMMARY, 1, NOW).getFirst();
    outbox.putBack(job, NOW.plus(Duration.ofMinutes(10)), "overloaded", NOW);

    assertThat(outbox.correctFutureTimes(NOW, LEASE_END)).isZero();

    assertThat(claim(AiJobKind.SUMMARY, 1, NOW)).isEmpty();
  }

  @Test
  void ends_leases_soon_that_a_clock_wrote_which_was_ahead() {
    outbox.add(AiJobKind.SUMMARY, videoId, null, NOW);
    Instant late = NOW.plus(Duration.ofHours(1));
    assertThat(outbox.claim(AiJobKind.SUMMARY, 1, late, late.plusSeconds(60))).hasSize(1);

    assertThat(outbox.correctFutureTimes(NOW, LEASE_END)).isZero();

    assertThat(claim(AiJobKind.SUMMARY, 1, LEASE_END.minusMillis(1))).isEmpty();
    assertThat(claim(AiJobKind.SUMMARY, 1, LEASE_END)).hasSize(1);
  }

  @Test
  void adds_the_same_job_once_while_it_waits() {
    assertThat(outbox.add(AiJobKind.SUMMARY, videoId, null, NOW)).isTrue();
    assertThat(outbox.add(AiJobKind.SUMMARY, videoId, null, NOW)).isFalse();
    assertThat(outbox.add(AiJobKind.SUMMARY, newVideoId(), null, NOW)).isTrue();

    AiJob done = claim(AiJobKind.SUMMARY, 1, NOW).getFirst();
    assertThat(outbox.remove(done)).isTrue();
    assertThat(outbox.remove(done)).isFalse();

    assertThat(outbox.add(AiJobKind.SUMMARY, videoId, null, NOW)).isTrue();
  }

  @Test
  void claims_a_job_again_after_its_lease() {
    outbox.add(AiJobKind.SUMMARY, videoId, null, NOW);
    claim(AiJobKind.SUMMARY, 1, NOW);

    assertThat(claim(AiJobKind.SUMMARY, 1, LEASE_END.minusMillis(1))).isEmpty();
    assertThat(claim(AiJobKind.SUMMARY, 1, LEASE_END))
        .extracting(AiJob::attempts)
        .containsExactly(2);
  }

  @Test
  void renews_a_lease() {
    outbox.add(AiJobKind.SUMMARY, videoId, null, NOW);
    AiJob first = claim(AiJobKind.SUMMARY, 1, NOW).getFirst();

    outbox.renew(first, LEASE_END.plusSeconds(10));
    assertThat(claim(AiJobKind.SUMMARY, 1, LEASE_END)).isEmpty();
    assertThat(claim(AiJobKind.SUMMARY, 1, LEASE_END.plusSeconds(10))).hasSize(1);

    outbox.renew(first, NOW);
    assertThat(claim(AiJobKind.SUMMARY, 1, LEASE_END.plusSeconds(11))).isEmpty();
  }

  @Test
  void does_not_claim_a_job_that_was_put_back_before_its_time() {
    outbox.add(AiJobKind.SUMMARY, videoId, null, NOW);
    outbox.putBack(claim(AiJobKind.SUMMARY, 1, NOW).getFirst(), LEASE_END, "it's \"down\"", NOW);

    assertThat(claim(AiJobKind.SUMMARY, 1, NOW)).isEmpty();
    assertThat(claim(AiJobKind.SUMMARY, 1, LEASE_END).getFirst().attempts()).isEqualTo(2);
  }

  @Test
  void does_not_count_an_attempt_that_is_postponed() {
    outbox.add(AiJobKind.SUMMARY, videoId, null, NOW);
    outbox.postpone(claim(AiJobKind.SUMMARY, 1, NOW).getFirst(), LEASE_END);

    assertThat(claim(AiJobKind.SUMMARY, 1, LEASE_END).getFirst().attempts()).isEqualTo(1);
  }

  @Test
  void does_not_claim_a_failed_job() {
    outbox.add(AiJobKind.SUMMARY, videoId, null, NOW);
    outbox.fail(claim(AiJobKind.SUMMARY, 1, NOW).getFirst(), "hopeless", NOW);

    assertThat(claim(AiJobKind.SUMMARY, 1, LEASE_END)).isEmpty();
    assertThat(outbox.add(AiJobKind.SUMMARY, videoId, null, NOW)).isTrue();
  }

  @Test
  void does_not_put_back_a_job_that_was_claimed_again() {
    outbox.add(AiJobKind.SUMMARY, videoId, null, NOW);
    AiJob first = claim(AiJobKind.SUMMARY, 1, NOW).getFirst();
    claim(AiJobKind.SUMMARY, 1, LEASE_END);

    outbox.putBack(first, NOW, "late", NOW);
    outbox.postpone(first, NOW);
    outbox.fail(first, "late", NOW);

    assertThat(claim(AiJobKind.SUMMARY, 1, NOW.plusSeconds(1))).isEmpty();
  }

  @Test
  void gives_each_job_to_one_of_many_callers() throws InterruptedException {
    for (long note = 1; note <= 200; note++) {
      outbox.add(AiJobKind.AI_NOTE, videoId, note, NOW);
    }

    List<AiJob> taken = Race.run(20, runner -> drain()).stream().flatMap(List::stream).toList();

    assertThat(taken).extracting(AiJob::noteId).hasSize(200).doesNotHaveDuplicates();
  }

  private List<AiJob> drain() {
    List<AiJob> all = new ArrayList<>();
    List<AiJob> some;
    do {
      some = claim(AiJobKind.AI_NOTE, 7, NOW);
      all.addAll(some);
    } while (!some.isEmpty());
    return all;
  }

  private List<AiJob> claim(AiJobKind kind, int limit, Instant now) {
    return outbox.claim(kind, limit, now, now.plusSeconds(60));
  }
}
