package dev.vidwiz.application.task;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.domain.network.AddressPrefix;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.video.VideoId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** In which order {@link TaskQueue} hands out what several have asked for. */
public abstract class TaskTurnsContract extends RequestedTasksContract {

  /** Returns how many guests make a crowd. */
  protected int crowd() {
    return 1_000;
  }

  @Test
  void a_users_task_comes_before_those_of_a_crowd_of_guests() {
    storage
        .transactions()
        .inTransaction(
            () -> {
              for (int i = 0; i < crowd(); i++) {
                ask(
                    new Requester.Guest(
                        new AddressPrefix("10.0.%d.%d".formatted(i / 250, i % 250))));
              }
            });
    claim();
    VideoId users = ask(ANN);

    assertThat(claim().videoId()).isEqualTo(users);
  }

  @Test
  void users_take_turns() {
    List<VideoId> ann = ask(ANN, 3);
    List<VideoId> bob = ask(BOB, 2);
    VideoId cat = ask(CAT);

    assertThat(claimAll())
        .containsExactly(ann.get(0), bob.get(0), cat, ann.get(1), bob.get(1), ann.get(2));
  }

  @Test
  void guests_take_turns() {
    List<VideoId> one = ask(GUEST, 2);
    List<VideoId> other = ask(OTHER_GUEST, 2);

    assertThat(claimAll()).containsExactly(one.get(0), other.get(0), one.get(1), other.get(1));
  }

  @Test
  void who_comes_new_waits_for_one_turn_of_each_at_most() {
    List<VideoId> ann = ask(ANN, 20);
    List<VideoId> bob = ask(BOB, 20);
    for (int i = 0; i < 9; i++) {
      claim();
    }

    VideoId cat = ask(CAT);

    assertThat(claimAll().subList(0, 3))
        .contains(cat)
        .containsAnyElementsOf(ann)
        .containsAnyElementsOf(bob);
  }

  @Test
  void who_asks_again_and_again_keeps_nobody_from_their_turn() {
    List<VideoId> ann = ask(ANN, 10);
    List<VideoId> claimed = new ArrayList<>();

    for (int i = 0; i < 15; i++) {
      ask(BOB);
      ask(CAT);
      claimed.addAll(List.of(claim().videoId(), claim().videoId()));
    }

    assertThat(claimed).containsSubsequence(ann);
  }

  @Test
  void what_a_guest_has_asked_for_is_a_users_as_soon_as_one_asks_for_it() {
    ask(OTHER_GUEST, 2);
    VideoId shared = ask(GUEST);

    assertThat(ask(ANN, shared)).isFalse();

    assertThat(claim().videoId()).isEqualTo(shared);
  }

  @Test
  void what_another_user_has_asked_for_late_comes_as_early_as_it_would_for_this_one() {
    VideoId shared = ask(ANN, 5).getLast();

    assertThat(ask(BOB, shared)).isFalse();
    assertThat(ask(ANN, shared)).isFalse();

    assertThat(claimAll().indexOf(shared)).isEqualTo(1);
  }

  @Test
  void what_a_user_has_asked_for_is_not_put_behind_by_a_guest() {
    List<VideoId> guests = ask(OTHER_GUEST, 1);
    VideoId shared = ask(ANN);

    ask(GUEST, shared);

    assertThat(claimAll()).containsExactly(shared, guests.getFirst());
  }

  @Test
  void what_was_delayed_takes_turns_with_the_others() {
    List<VideoId> ann = ask(ANN, 3);
    for (int i = 0; i < 3; i++) {
      Task task = claim();
      tasks.updateIfUnchanged(task, task.parked("blocked", LATER, NOW));
    }
    VideoId guests = ask(GUEST);
    VideoId bob = ask(BOB);

    assertThat(tasks.lineUpDue(TYPE, LATER.minusSeconds(1))).isZero();
    assertThat(tasks.lineUpDue(TYPE, LATER)).isEqualTo(3);

    assertThat(claimAll()).containsExactly(bob, ann.get(0), ann.get(1), ann.get(2), guests);
  }

  @Test
  void a_delay_that_has_ended_is_seen_when_nothing_else_is_there() {
    VideoId videoId = ask(ANN);
    Task task = claim();
    tasks.updateIfUnchanged(task, task.postponed("live", LATER, NOW));

    assertThat(tasks.claim(TYPE, null, NOW)).isEmpty();
    assertThat(tasks.countAvailable(TYPE, LATER, 10)).isEqualTo(1);
    assertThat(tasks.claim(TYPE, null, LATER)).map(Task::videoId).contains(videoId);
  }

  @Test
  void a_user_is_handed_what_nobody_else_has_asked_for() {
    VideoId shared = ask(ANN);
    VideoId own = ask(ANN);
    ask(BOB);
    ask(GUEST, shared);

    assertThat(tasks.findOwners(TYPE, List.of(1L, 2L, 3L), NOW)).containsOnly(1L, 2L);
    assertThat(tasks.findOwners(TYPE, List.of(3L), NOW)).isEmpty();
    Task task = tasks.claimOwn(TYPE, 1, NOW).orElseThrow();

    assertThat(task.videoId()).isEqualTo(own);
    assertThat(task.workerUserId()).isEqualTo(1);
    assertThat(tasks.claimOwn(TYPE, 1, NOW)).isEmpty();
    assertThat(tasks.claimOwn(TYPE, 3, NOW)).isEmpty();
  }

  @Test
  void a_user_is_handed_what_was_scheduled_before_anybody_asked_for_it() {
    VideoId videoId = newVideoId();
    storage.videos().ensure(videoId, null, NOW);
    assertThat(ask(new Requester.Nobody(), videoId)).isTrue();
    ask(CAT);

    assertThat(ask(ANN, videoId)).isFalse();
    assertThat(ask(new Requester.Nobody(), videoId)).isFalse();

    assertThat(tasks.claimOwn(TYPE, 1, NOW)).map(Task::videoId).contains(videoId);
  }

  @Test
  void what_nobody_has_asked_for_keeps_its_turn() {
    VideoId videoId = newVideoId();
    storage.videos().ensure(videoId, null, NOW);
    ask(new Requester.Nobody(), videoId);
    List<VideoId> others = List.of(ask(ANN), ask(BOB));

    ask(GUEST, videoId);
    ask(CAT, videoId);

    assertThat(claimAll()).containsExactly(videoId, others.get(0), others.get(1));
  }

  @Test
  void each_claim_has_another_id_and_only_the_last_one_counts() {
    ask(ANN);
    Task first = claim();
    tasks.updateIfUnchanged(first, first.givenBack(NOW));
    Task second = claim();

    assertThat(second.attempts()).isEqualTo(first.attempts());
    assertThat(second.claimId()).isNotEqualTo(first.claimId());
    assertThat(tasks.updateIfUnchanged(first, first.completed(NOW))).isFalse();
    assertThat(tasks.updateIfUnchanged(second, second.completed(NOW))).isTrue();
  }

  private List<VideoId> claimAll() {
    return Stream.generate(() -> tasks.claim(TYPE, null, NOW))
        .takeWhile(Optional::isPresent)
        .map(task -> task.orElseThrow().videoId())
        .toList();
  }
}
