package dev.vidwiz.application.storage;

import dev.vidwiz.application.Storage;
import dev.vidwiz.application.user.NewUser;
import dev.vidwiz.domain.user.Email;
import dev.vidwiz.domain.user.User;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Values that tests need and do not care about. */
public final class Samples {

  /** A time with as many digits as databases keep. */
  public static final Instant NOW = Instant.parse("2026-03-01T10:20:30.123456Z");

  /** All entries of a list that is not long. */
  public static final ListPart ALL = ListPart.first(0, 1_000);

  private static final AtomicInteger COUNTER = new AtomicInteger();

  private Samples() {}

  /** Returns a video id that was not used before. */
  public static VideoId newVideoId() {
    return new VideoId("video%06d".formatted(COUNTER.incrementAndGet()));
  }

  /** Returns an address that was not used before. */
  public static Email newEmail() {
    return new Email("user%d@example.com".formatted(COUNTER.incrementAndGet()));
  }

  /** Adds a user who signs in with a password. */
  public static User addUser(Storage storage, boolean aiNotesEnabled) {
    return storage
        .users()
        .insertIfFree(new NewUser(newEmail(), "Ann", "hash", null, aiNotesEnabled, NOW))
        .orElseThrow();
  }

  /** Adds a video without a title. */
  public static Video addVideo(Storage storage) {
    return storage.videos().ensure(newVideoId(), null, NOW);
  }

  /** Adds a video. */
  public static Video addVideo(Storage storage, String title) {
    return storage.videos().ensure(newVideoId(), new Title(title), NOW);
  }
}
