package dev.vidwiz.application.storage;

import static dev.vidwiz.application.storage.Samples.ALL;
import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.addVideo;
import static dev.vidwiz.application.storage.Samples.newEmail;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidwiz.application.note.NewNote;
import dev.vidwiz.application.user.NewUser;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.user.Email;
import dev.vidwiz.domain.video.VideoId;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What {@link Transactions} promises, seen through the other ports. */
public abstract class TransactionsContract extends StorageContract {

  private static final class Refusal extends RuntimeException {}

  private final VideoId first = newVideoId();
  private final VideoId second = newVideoId();

  @Test
  void keeps_everything_when_the_work_returns() {
    String result =
        storage
            .transactions()
            .inTransaction(
                () -> {
                  ensure(first);
                  ensure(second);
                  return "done";
                });

    assertThat(result).isEqualTo("done");
    assertThat(isKnown(first)).isTrue();
    assertThat(isKnown(second)).isTrue();
  }

  @Test
  void rolls_back_and_rethrows_when_the_work_throws() {
    Refusal refusal = new Refusal();
    Email email = newEmail();

    assertThatThrownBy(
            () ->
                storage
                    .transactions()
                    .inTransaction(
                        () -> {
                          touchEveryPort(email);
                          throw refusal;
                        }))
        .isSameAs(refusal);

    assertThat(isKnown(first)).isFalse();
    assertThat(storage.users().findByEmail(email)).isEmpty();
    assertThat(storage.notes().findByUserAndVideo(1, first, ALL)).isEmpty();
    assertThat(storage.tasks().countAvailable(TaskType.METADATA, NOW, 1)).isZero();
    assertThat(storage.transcripts().find(first)).isEmpty();
  }

  @Test
  void rolls_back_after_an_error() {
    assertThatThrownBy(
            () ->
                storage
                    .transactions()
                    .inTransaction(
                        () -> {
                          ensure(first);
                          throw new AssertionError("planted");
                        }))
        .isInstanceOf(AssertionError.class);

    assertThat(isKnown(first)).isFalse();
  }

  @Test
  void shows_the_work_its_own_changes() {
    boolean seen =
        storage
            .transactions()
            .inTransaction(
                () -> {
                  ensure(first);
                  return isKnown(first);
                });

    assertThat(seen).isTrue();
  }

  @Test
  void rolls_back_inner_work_when_the_outer_work_throws() {
    assertThatThrownBy(
            () ->
                storage
                    .transactions()
                    .inTransaction(
                        () -> {
                          storage.transactions().inTransaction(() -> ensure(first));
                          throw new Refusal();
                        }))
        .isInstanceOf(Refusal.class);

    assertThat(isKnown(first)).isFalse();
  }

  @Test
  void lets_the_outer_work_decide_when_the_inner_work_throws() {
    storage
        .transactions()
        .inTransaction(
            () -> {
              try {
                storage.transactions().inTransaction(() -> ensureAndRefuse(first));
              } catch (Refusal expected) {
                ensure(second);
              }
            });

    assertThat(isKnown(first)).isTrue();
    assertThat(isKnown(second)).isTrue();
  }

  @Test
  void hides_uncommitted_changes_from_others() throws Exception {
    try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
      AtomicReference<Future<Boolean>> look = new AtomicReference<>();
      assertThatThrownBy(
              () ->
                  storage
                      .transactions()
                      .inTransaction(
                          () -> {
                            ensure(first);
                            look.set(others.submit(() -> isKnown(first)));
                            throw new Refusal();
                          }))
          .isInstanceOf(Refusal.class);

      assertThat(look.get().get()).isFalse();
    }
  }

  @Test
  void runs_the_work_on_the_thread_of_the_caller() {
    Thread runner = storage.transactions().inTransaction(Thread::currentThread);

    assertThat(runner).isSameAs(Thread.currentThread());
  }

  @Test
  void works_after_many_failures() {
    for (int i = 0; i < 100; i++) {
      assertThatThrownBy(() -> storage.transactions().inTransaction(() -> ensureAndRefuse(first)))
          .isInstanceOf(Refusal.class);
    }

    storage.transactions().inTransaction(() -> ensure(second));

    assertThat(isKnown(first)).isFalse();
    assertThat(isKnown(second)).isTrue();
  }

  @Test
  void loses_no_concurrent_work() throws InterruptedException {
    VideoId video = addVideo(storage).videoId();

    Race.run(
        60,
        runner ->
            storage
                .transactions()
                .inTransaction(
                    () -> {
                      assertThat(isKnown(video)).isTrue();
                      ensure(newVideoId());
                      addNote(7, video);
                      return storage.notes().findByUserAndVideo(7, video, ALL).size();
                    }));

    assertThat(storage.notes().findByUserAndVideo(7, video, ALL)).hasSize(60);
  }

  @Test
  void separates_the_transactions_of_threads() throws InterruptedException {
    VideoId video = addVideo(storage).videoId();

    Race.run(
        40,
        runner -> {
          try {
            storage
                .transactions()
                .inTransaction(
                    () -> {
                      addNote(runner, video);
                      if (runner % 2 == 0) {
                        throw new Refusal();
                      }
                    });
          } catch (Refusal expected) {
            assertThat(runner % 2).isZero();
          }
          return Optional.empty();
        });

    for (int runner = 0; runner < 40; runner++) {
      assertThat(storage.notes().findByUserAndVideo(runner, video, ALL)).hasSize(runner % 2);
    }
  }

  private void touchEveryPort(Email email) {
    ensure(first);
    storage.videos().storeSummary(first, "summary", NOW);
    assertThat(storage.users().insertIfFree(new NewUser(email, "Ann", "hash", null, false, NOW)))
        .isPresent();
    addNote(1, first);
    assertThat(storage.tasks().schedule(TaskType.METADATA, first, new Requester.Nobody(), NOW, NOW))
        .isTrue();
    storage.transcripts().put(first, new JsonText("[]"));
  }

  private void ensureAndRefuse(VideoId videoId) {
    ensure(videoId);
    throw new Refusal();
  }

  private void ensure(VideoId videoId) {
    storage.videos().ensure(videoId, null, NOW);
  }

  private boolean isKnown(VideoId videoId) {
    return storage.videos().find(videoId).isPresent();
  }

  private void addNote(long userId, VideoId videoId) {
    storage.notes().insert(new NewNote(userId, videoId, new Timestamp("0:01"), "text", NOW));
  }
}
