package dev.vidwiz.application.task;

import static dev.vidwiz.application.storage.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.video.VideoId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link TaskQueue} hands out when several tasks are claimed at once. */
public abstract class TaskBatchesContract extends RequestedTasksContract {

  @Test
  void a_batch_has_the_order_of_single_claims() {
    List<VideoId> guests = ask(GUEST, 2);
    List<VideoId> ann = ask(ANN, 3);
    List<VideoId> bob = ask(BOB, 2);

    assertThat(claimBatch(2)).containsExactly(ann.get(0), bob.get(0));
    assertThat(claimBatch(4)).containsExactly(ann.get(1), bob.get(1), ann.get(2), guests.get(0));
    VideoId cat = ask(CAT);
    assertThat(claimBatch(50)).containsExactly(cat, guests.get(1));
    assertThat(claimBatch(50)).isEmpty();
  }

  @Test
  void a_batch_starts_each_task_with_a_claim_of_its_own() {
    ask(ANN, 2);

    List<Task> claimed = tasks.claimBatch(TYPE, 7L, NOW, 5);

    assertThat(claimed)
        .hasSize(2)
        .allSatisfy(
            task -> {
              assertThat(task.attempts()).isEqualTo(1);
              assertThat(task.workerUserId()).isEqualTo(7);
              assertThat(task.startedAt()).isEqualTo(NOW);
              assertThat(tasks.find(task.id())).contains(task);
            });
    assertThat(claimed).extracting(Task::claimId).doesNotHaveDuplicates().doesNotContainNull();
  }

  @Test
  void a_batch_that_is_rolled_back_is_there_again() {
    List<VideoId> ann = ask(ANN, 3);
    claimBatch(1);

    assertThatThrownBy(
            () ->
                storage
                    .transactions()
                    .inTransaction(
                        () -> {
                          assertThat(claimBatch(2)).hasSize(2);
                          throw new IllegalStateException("planted");
                        }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(claimBatch(5)).containsExactlyElementsOf(ann.subList(1, 3));
  }

  @Test
  void a_batch_finds_a_delay_that_has_ended() {
    VideoId videoId = ask(ANN);
    Task task = claim();
    tasks.updateIfUnchanged(task, task.postponed("live", LATER, NOW));

    assertThat(tasks.claimBatch(TYPE, null, NOW, 5)).isEmpty();
    assertThat(tasks.claimBatch(TYPE, null, LATER, 5))
        .extracting(Task::videoId)
        .containsExactly(videoId);
  }

  private List<VideoId> claimBatch(int max) {
    return tasks.claimBatch(TYPE, null, NOW, max).stream().map(Task::videoId).toList();
  }
}
