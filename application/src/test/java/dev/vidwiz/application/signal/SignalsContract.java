package dev.vidwiz.application.signal;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidwiz.application.storage.StorageContract;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What {@link Signals} promises to the listeners in the same server. */
public abstract class SignalsContract extends StorageContract {

  private final Signal transcript = new Signal.TaskReady(TaskType.TRANSCRIPT);
  private final Signal metadata = new Signal.TaskReady(TaskType.METADATA);
  private final List<Signal> received = new CopyOnWriteArrayList<>();

  @Test
  void reaches_every_listener_before_publishing_returns() {
    List<Signal> second = new CopyOnWriteArrayList<>();
    storage.signals().subscribe(received::add);
    storage.signals().subscribe(second::add);

    storage.signals().publish(transcript);

    assertThat(received).containsExactly(transcript);
    assertThat(second).containsExactly(transcript);
  }

  @Test
  void carries_every_kind_of_signal() {
    storage.signals().subscribe(received::add);
    Signal changed = new Signal.VideoChanged(newVideoId());

    storage.signals().publish(metadata);
    storage.signals().publish(changed);
    storage.signals().publish(new Signal.Missed());

    assertThat(received).containsExactly(metadata, changed, new Signal.Missed());
  }

  @Test
  void waits_for_the_commit_and_keeps_the_order() {
    storage.signals().subscribe(received::add);

    storage
        .transactions()
        .inTransaction(
            () -> {
              storage.signals().publish(transcript);
              storage.signals().publish(metadata);
              storage.signals().publish(transcript);
              assertThat(received).isEmpty();
            });

    assertThat(received).containsExactly(transcript, metadata, transcript);
  }

  @Test
  void waits_for_the_outermost_commit() {
    storage.signals().subscribe(received::add);

    storage
        .transactions()
        .inTransaction(
            () -> {
              storage.transactions().inTransaction(() -> storage.signals().publish(transcript));
              assertThat(received).isEmpty();
            });

    assertThat(received).containsExactly(transcript);
  }

  @Test
  void is_never_sent_after_a_rollback() {
    storage.signals().subscribe(received::add);

    assertThatThrownBy(
            () ->
                storage
                    .transactions()
                    .inTransaction(
                        () -> {
                          storage.signals().publish(transcript);
                          throw new IllegalStateException("planted");
                        }))
        .isInstanceOf(IllegalStateException.class);
    storage.transactions().inTransaction(() -> storage.signals().publish(metadata));

    assertThat(received).containsExactly(metadata);
  }

  @Test
  void arrives_after_the_change_is_visible() {
    VideoId videoId = newVideoId();
    List<Boolean> seen = new CopyOnWriteArrayList<>();
    storage.signals().subscribe(signal -> seen.add(storage.videos().find(videoId).isPresent()));

    storage
        .transactions()
        .inTransaction(
            () -> {
              storage.videos().ensure(videoId, null, NOW);
              storage.signals().publish(new Signal.VideoChanged(videoId));
            });

    assertThat(seen).containsExactly(true);
  }

  @Test
  void lets_listeners_write_and_publish() {
    VideoId videoId = newVideoId();
    storage.signals().subscribe(received::add);
    storage
        .signals()
        .subscribe(
            signal -> {
              if (signal.equals(transcript)) {
                storage
                    .transactions()
                    .inTransaction(
                        () -> {
                          storage.videos().ensure(videoId, null, NOW);
                          storage.signals().publish(metadata);
                        });
              }
            });

    storage.transactions().inTransaction(() -> storage.signals().publish(transcript));

    assertThat(storage.videos().find(videoId)).isPresent();
    assertThat(received).containsExactly(transcript, metadata);
  }

  @Test
  void isolates_a_listener_that_throws() {
    storage
        .signals()
        .subscribe(
            signal -> {
              throw new IllegalStateException("planted");
            });
    storage.signals().subscribe(received::add);

    storage.signals().publish(transcript);
    storage.transactions().inTransaction(() -> storage.signals().publish(metadata));

    assertThat(received).containsExactly(transcript, metadata);
  }
}
