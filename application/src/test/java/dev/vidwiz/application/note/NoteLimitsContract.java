package dev.vidwiz.application.note;

import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidwiz.application.Options;
import dev.vidwiz.application.Ports;
import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.UsageLimits;
import dev.vidwiz.application.UseCases;
import dev.vidwiz.application.chat.WizSettings;
import dev.vidwiz.application.observer.Observer;
import dev.vidwiz.application.storage.Race;
import dev.vidwiz.application.storage.StorageContract;
import dev.vidwiz.application.task.NewVideoLimits;
import dev.vidwiz.application.user.UserDefaults;
import dev.vidwiz.application.worker.UserWorkers;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.video.VideoId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link NoteLimits} mean on every storage. */
public abstract class NoteLimitsContract extends StorageContract {

  private static final long ANN = 51;
  private static final long EVE = 52;

  private final VideoId videoId = newVideoId();

  @Test
  void a_user_has_so_many_notes_and_no_more() {
    UseCases limited = with(new NoteLimits(2, 0));
    create(limited, ANN, "one");
    Note second = create(limited, ANN, null);

    assertRefused(() -> create(limited, ANN, "three"), "as many notes");
    create(limited, EVE, "another's");
    assertThat(storage.notes().deleteOwn(ANN, second.id())).isTrue();
    create(limited, ANN, "three");

    assertThat(storage.notes().usage(ANN)).isEqualTo(new NoteUsage(2, 8));
  }

  @Test
  void the_texts_of_a_user_have_so_many_bytes_and_no_more() {
    UseCases limited = with(new NoteLimits(0, 10));
    Note note = create(limited, ANN, "Grüße");

    assertRefused(() -> create(limited, ANN, "1234"), "texts of your notes");
    create(limited, ANN, null);
    create(limited, ANN, "123");
    assertRefused(() -> edit(limited, ANN, note, "Grüße!"), "texts of your notes");
    assertRefused(() -> edit(limited, null, note, "Grüße!"), "texts of your notes");
    edit(limited, ANN, note, "grüße");
    edit(limited, ANN, note, "short");
    edit(limited, ANN, note, "shorter");

    assertThat(storage.notes().usage(ANN)).isEqualTo(new NoteUsage(3, 10));
  }

  @Test
  void whoever_has_too_much_already_may_have_less() {
    Note note = create(with(new NoteLimits(0, 0)), ANN, "a long text");
    UseCases limited = with(new NoteLimits(0, 3));

    edit(limited, ANN, note, "a long one");

    assertRefused(() -> edit(limited, ANN, note, "a long text"), "texts of your notes");
    assertThat(storage.notes().usage(ANN)).isEqualTo(new NoteUsage(1, 10));
  }

  @Test
  void whoever_has_too_many_notes_can_change_their_texts() {
    UseCases unlimited = with(new NoteLimits(0, 0));
    create(unlimited, ANN, "one");
    Note note = create(unlimited, ANN, "two");
    UseCases limited = with(new NoteLimits(1, 0));

    edit(limited, ANN, note, "longer");
    edit(limited, null, note, "longer still");

    assertRefused(() -> create(limited, ANN, "three"), "as many notes");
  }

  @Test
  void whoever_has_too_long_texts_can_add_a_blank_note() {
    create(with(new NoteLimits(0, 0)), ANN, "a long text");

    create(with(new NoteLimits(0, 3)), ANN, null);

    assertThat(storage.notes().usage(ANN)).isEqualTo(new NoteUsage(2, 11));
  }

  @Test
  void concurrent_calls_share_what_may_be_added_without_a_check() throws InterruptedException {
    UseCases limited = with(new NoteLimits(64, 0));

    List<Boolean> kept = Race.run(120, runner -> isKept(limited));

    assertThat(kept.stream().filter(each -> each)).hasSizeLessThanOrEqualTo(64);
    while (isKept(limited)) {
      assertThat(storage.notes().usage(ANN).notes()).isLessThanOrEqualTo(64);
    }
    assertThat(storage.notes().usage(ANN)).isEqualTo(new NoteUsage(64, 256));
  }

  @Test
  void however_many_come_at_once_no_more_are_kept() throws InterruptedException {
    UseCases limited = with(new NoteLimits(10, 0));

    List<Boolean> kept = Race.run(30, runner -> isKept(limited));

    assertThat(kept.stream().filter(each -> each)).hasSize(10);
    assertThat(storage.notes().usage(ANN)).isEqualTo(new NoteUsage(10, 40));
  }

  private UseCases with(NoteLimits limits) {
    return new UseCases(
        Ports.of(storage, new SettableClock()),
        new Options(
            new UserDefaults(false),
            WizSettings.DEFAULTS,
            false,
            false,
            new UsageLimits(NewVideoLimits.DEFAULTS, limits),
            UserWorkers.OWN),
        Observer.NONE);
  }

  private Note create(UseCases useCases, long userId, @Nullable String text) {
    return useCases.createNote.create(
        new NoteDraft(userId, videoId, new Timestamp("1:23"), text, null));
  }

  private boolean isKept(UseCases useCases) {
    try {
      return create(useCases, ANN, "text").id() > 0;
    } catch (NoteLimitException e) {
      return false;
    }
  }

  private static void edit(UseCases useCases, @Nullable Long userId, Note note, String text) {
    assertThat(useCases.editNote.edit(userId, note.id(), new NoteChange(text, null)))
        .isInstanceOf(EditNote.Outcome.Edited.class);
  }

  private static void assertRefused(Runnable call, String says) {
    assertThatExceptionOfType(NoteLimitException.class)
        .isThrownBy(call::run)
        .withMessageContaining(says);
  }
}
