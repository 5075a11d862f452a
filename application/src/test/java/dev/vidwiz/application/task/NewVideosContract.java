package dev.vidwiz.application.task;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidwiz.application.Options;
import dev.vidwiz.application.Ports;
import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.UsageLimits;
import dev.vidwiz.application.UseCases;
import dev.vidwiz.application.chat.WizSettings;
import dev.vidwiz.application.limit.DailyLimitException;
import dev.vidwiz.application.note.NoteDraft;
import dev.vidwiz.application.note.NoteLimits;
import dev.vidwiz.application.observer.Observer;
import dev.vidwiz.application.storage.StorageContract;
import dev.vidwiz.application.user.UserDefaults;
import dev.vidwiz.application.worker.UserWorkers;
import dev.vidwiz.domain.chat.Owner;
import dev.vidwiz.domain.network.AddressPrefix;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many new videos may be opened, by whatever makes one. */
public abstract class NewVideosContract extends StorageContract {

  private static final Requester ANN = new Requester.User(7);
  private static final Requester GUEST = new Requester.Guest(new AddressPrefix("203.0.113.7"));
  private static final Owner SESSION = new Owner.Guest("a session");

  private final SettableClock clock = new SettableClock();
  private UseCases useCases;

  @BeforeEach
  final void limit() {
    useCases = limited(1, 2);
  }

  @Test
  void a_user_opens_so_many_new_videos_a_day_by_whatever_opens_one() {
    VideoId first = newVideoId();
    note(first);
    useCases.prepareVideo.prepare(newVideoId(), ANN);

    VideoId third = newVideoId();
    assertThatThrownBy(() -> note(third))
        .isInstanceOfSatisfying(
            DailyLimitException.class,
            limit -> assertThat(limit.resetIn()).isBetween(Duration.ZERO, Duration.ofDays(1)))
        .hasMessage("Daily limit reached (2 new videos/day)");
    assertThatThrownBy(() -> useCases.prepareVideo.prepare(third, ANN))
        .isInstanceOf(DailyLimitException.class);
    assertThatThrownBy(
            () -> useCases.beginConversation.begin(third, new Owner.RegisteredUser(7), ANN))
        .isInstanceOf(DailyLimitException.class);

    assertThat(storage.videos().find(third)).isEmpty();
    assertThat(storage.tasks().isActive(TaskType.TRANSCRIPT, third)).isFalse();
    note(first);
  }

  @Test
  void the_next_day_begins_at_midnight() {
    useCases = limited(1, 1);
    note(newVideoId());
    clock.advance(Duration.ofDays(1));

    note(newVideoId());
    assertThatThrownBy(() -> note(newVideoId())).isInstanceOf(DailyLimitException.class);
  }

  @Test
  void guests_at_one_address_share_and_others_are_not_affected() {
    VideoId known = newVideoId();
    useCases.beginConversation.begin(known, SESSION, GUEST);

    assertThatThrownBy(
            () -> useCases.beginConversation.begin(newVideoId(), new Owner.Guest("another"), GUEST))
        .isInstanceOf(DailyLimitException.class)
        .hasMessage("Daily limit reached (1 guest new videos/day)");
    assertThatThrownBy(() -> useCases.prepareVideo.prepare(newVideoId(), GUEST))
        .isInstanceOf(DailyLimitException.class);

    useCases.beginConversation.begin(known, SESSION, GUEST);
    useCases.beginConversation.begin(
        newVideoId(), SESSION, new Requester.Guest(new AddressPrefix("203.0.113.8")));
    note(newVideoId());
  }

  @Test
  void zero_is_no_limit() {
    useCases = limited(0, 0);

    for (int i = 0; i < 5; i++) {
      note(newVideoId());
      useCases.prepareVideo.prepare(newVideoId(), GUEST);
    }
  }

  @Test
  void who_asked_for_a_video_alone_is_known_until_another_does() {
    VideoId video = newVideoId();
    note(video);
    note(video);
    assertThat(storage.videos().isSoleRequester(video, ANN)).isTrue();
    assertThat(storage.tasks().claimOwn(TaskType.METADATA, 7, NOW)).isPresent();

    useCases.prepareVideo.prepare(video, GUEST);

    assertThat(storage.videos().isSoleRequester(video, ANN)).isFalse();
    note(video);
    assertThat(storage.videos().isSoleRequester(video, ANN)).isFalse();
    assertThat(storage.tasks().claimOwn(TaskType.TRANSCRIPT, 7, NOW)).isEmpty();
  }

  @Test
  void a_note_makes_a_guests_tasks_a_users() {
    useCases.prepareVideo.prepare(
        newVideoId(), new Requester.Guest(new AddressPrefix("203.0.113.8")));
    VideoId shared = newVideoId();
    useCases.prepareVideo.prepare(shared, GUEST);

    note(shared);

    for (TaskType type : TaskType.values()) {
      assertThat(storage.tasks().claim(type, null, now()).orElseThrow().videoId())
          .isEqualTo(shared);
    }
  }

  private UseCases limited(int guests, int users) {
    return new UseCases(
        Ports.of(storage, clock),
        new Options(
            new UserDefaults(false),
            WizSettings.DEFAULTS,
            false,
            false,
            new UsageLimits(new NewVideoLimits(guests, users), NoteLimits.DEFAULTS),
            UserWorkers.OWN),
        Observer.NONE);
  }

  private void note(VideoId videoId) {
    useCases.createNote.create(new NoteDraft(7, videoId, new Timestamp("0:01"), "a text", null));
  }

  private Instant now() {
    return clock.instant();
  }
}
