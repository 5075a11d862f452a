package dev.vidwiz.application.video;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.TestUseCases;
import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.storage.InMemoryStorage;
import dev.vidwiz.application.transcript.StoreTranscript;
import dev.vidwiz.application.video.VideoWatch.Next;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchVideoTest {

  private static final VideoId VIDEO = new VideoId("dQw4w9WgXcQ");
  private static final Duration LONG = Duration.ofMinutes(5);

  private final InMemoryStorage storage = new InMemoryStorage();
  private final SettableClock clock = new SettableClock();
  private final WatchVideo watchVideo = new WatchVideo(storage.videos(), storage.signals());
  private final StoreMetadata storeMetadata = TestUseCases.over(storage, clock).storeMetadata;
  private final StoreSummary storeSummary = TestUseCases.over(storage, clock).storeSummary;
  private final StoreTranscript storeTranscript = TestUseCases.over(storage, clock).storeTranscript;

  @Test
  void an_unknown_video_cannot_be_watched() {
    assertThat(watchVideo.watch(VIDEO)).isEmpty();
    assertThat(watchVideo.openWatches()).isZero();
  }

  @Test
  void starts_with_the_current_state_and_continues_with_each_change() throws InterruptedException {
    video();
    try (VideoWatch watch = watchVideo.watch(VIDEO).orElseThrow()) {
      assertThat(changed(watch).metadata()).isNull();

      storeMetadata.store(VIDEO, new FetchedMetadata(new JsonText("{}"), null));
      storeTranscript.store(VIDEO, new JsonText("[]"));
      storeSummary.store(VIDEO, "a summary", null);

      assertThat(changed(watch).readiness().metadata()).isTrue();
      assertThat(changed(watch).readiness().transcript()).isTrue();
      assertThat(changed(watch).readiness().isComplete()).isTrue();
      assertThat(watch.next(Duration.ZERO)).isEqualTo(new Next.TimedOut());
    }
  }

  @Test
  void times_out_when_the_readiness_stays_the_same() throws InterruptedException {
    video();
    storeSummary.store(VIDEO, "a summary", null);
    try (VideoWatch watch = watchVideo.watch(VIDEO).orElseThrow()) {
      changed(watch);

      storeSummary.store(VIDEO, "another summary", null);

      assertThat(watch.next(Duration.ZERO)).isEqualTo(new Next.TimedOut());
    }
  }

  @Test
  void notifies_every_watcher_after_one_read_of_the_video() throws InterruptedException {
    video();
    List<VideoWatch> watches = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      VideoWatch watch = watchVideo.watch(VIDEO).orElseThrow();
      changed(watch);
      watches.add(watch);
    }

    storeSummary.store(VIDEO, "a summary", null);

    Video first = changed(watches.getFirst());
    for (VideoWatch watch : watches.subList(1, watches.size())) {
      assertThat(changed(watch)).isSameAs(first);
    }
    watches.forEach(VideoWatch::close);
    assertThat(watchVideo.openWatches()).isZero();
  }

  @Test
  void a_later_watcher_gets_the_same_changes() throws InterruptedException {
    video();
    try (VideoWatch early = watchVideo.watch(VIDEO).orElseThrow()) {
      changed(early);
      storage.videos().storeSummary(VIDEO, "unheard of", clock.instant());

      try (VideoWatch late = watchVideo.watch(VIDEO).orElseThrow()) {
        assertThat(changed(late).summary()).isEqualTo("unheard of");
        assertThat(changed(early).summary()).isEqualTo("unheard of");
      }
    }
  }

  @Test
  void polling_finds_changes_without_a_signal() throws InterruptedException {
    video();
    try (VideoWatch watch = watchVideo.watch(VIDEO).orElseThrow()) {
      changed(watch);
      storage.videos().storeSummary(VIDEO, "unheard of", clock.instant());

      watchVideo.refreshAll();

      assertThat(changed(watch).summary()).isEqualTo("unheard of");
    }
  }

  @Test
  void checks_everything_after_missed_signals() throws InterruptedException {
    video();
    try (VideoWatch watch = watchVideo.watch(VIDEO).orElseThrow()) {
      changed(watch);
      storage.videos().storeSummary(VIDEO, "unheard of", clock.instant());

      storage.signals().publish(new Signal.Missed());

      assertThat(changed(watch).summary()).isEqualTo("unheard of");
    }
  }

  @Test
  void keeps_a_few_states_for_a_watcher_that_is_slow() throws InterruptedException {
    video();
    try (VideoWatch watch = watchVideo.watch(VIDEO).orElseThrow()) {
      changed(watch);
      for (int i = 0; i < 20; i++) {
        storage
            .videos()
            .storeTranscriptError(VIDEO, i % 2 == 0 ? "no captions" : null, clock.instant());
        storage.signals().publish(new Signal.VideoChanged(VIDEO));
      }

      List<Video> seen = new ArrayList<>();
      while (watch.next(Duration.ZERO) instanceof Next.Changed(Video video)) {
        seen.add(video);
      }

      assertThat(seen).hasSize(8);
      assertThat(seen.getLast().transcriptError()).isNull();
    }
  }

  @Test
  void ends_all_watches_when_it_closes() throws InterruptedException {
    video();
    try (VideoWatch watch = watchVideo.watch(VIDEO).orElseThrow()) {
      changed(watch);

      watchVideo.close();

      assertThat(watch.next(LONG)).isEqualTo(new Next.Ended());
    }
    try (VideoWatch late = watchVideo.watch(VIDEO).orElseThrow()) {
      changed(late);
      assertThat(late.next(LONG)).isEqualTo(new Next.Ended());
    }
  }

  private void video() {
    storage.videos().ensure(VIDEO, null, clock.instant());
  }

  private static Video changed(VideoWatch watch) throws InterruptedException {
    Next next = watch.next(LONG);
    assertThat(next).isInstanceOf(Next.Changed.class);
    return ((Next.Changed) next).video();
  }
}
