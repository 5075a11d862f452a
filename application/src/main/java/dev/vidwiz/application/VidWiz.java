package dev.vidwiz.application;

import dev.vidwiz.application.note.CreateNote;
import dev.vidwiz.application.note.DeleteNote;
import dev.vidwiz.application.note.EditNote;
import dev.vidwiz.application.note.ListNotes;
import dev.vidwiz.application.note.ListNotesForAi;
import dev.vidwiz.application.storage.Storage;
import dev.vidwiz.application.task.ClaimTask;
import dev.vidwiz.application.task.ExpireTasks;
import dev.vidwiz.application.task.GiveBackTask;
import dev.vidwiz.application.task.ScheduleFetches;
import dev.vidwiz.application.task.SubmitTaskResult;
import dev.vidwiz.application.user.CheckLongTermToken;
import dev.vidwiz.application.user.CreateLongTermToken;
import dev.vidwiz.application.user.LogIn;
import dev.vidwiz.application.user.ReadProfile;
import dev.vidwiz.application.user.RegisterUser;
import dev.vidwiz.application.user.RevokeLongTermToken;
import dev.vidwiz.application.user.SignInWithGoogle;
import dev.vidwiz.application.user.UpdateProfile;
import dev.vidwiz.application.user.UserDefaults;
import dev.vidwiz.application.user.Users;
import dev.vidwiz.application.video.ReadVideo;
import dev.vidwiz.application.video.SearchVideos;
import dev.vidwiz.application.video.StoreMetadata;
import dev.vidwiz.application.video.StoreSummary;
import dev.vidwiz.application.video.StoreTranscript;
import dev.vidwiz.application.video.WatchVideo;
import java.time.Duration;
import java.time.InstantSource;

/**
 * A running VidWiz: every use case, ready to be called from any thread, and the upkeep behind them.
 * Closing it sends home whoever waits; it does not close the ports.
 */
public final class VidWiz implements AutoCloseable {

  /** How long a change may go unnoticed when its signal was lost. */
  private static final Duration LOOK_INTERVAL = Duration.ofSeconds(2);

  private static final Duration CLEAN_UP_INTERVAL = Duration.ofHours(1);

  /** The use cases around users. */
  public record UserUseCases(
      RegisterUser register,
      LogIn logIn,
      SignInWithGoogle signInWithGoogle,
      ReadProfile readProfile,
      UpdateProfile updateProfile,
      CreateLongTermToken createToken,
      RevokeLongTermToken revokeToken,
      CheckLongTermToken checkToken) {}

  /** The use cases around videos. */
  public record VideoUseCases(
      ReadVideo read,
      SearchVideos search,
      WatchVideo watch,
      StoreTranscript storeTranscript,
      StoreMetadata storeMetadata,
      StoreSummary storeSummary) {}

  /** The use cases around notes. */
  public record NoteUseCases(
      CreateNote create,
      ListNotes list,
      EditNote edit,
      DeleteNote delete,
      ListNotesForAi listForAi) {}

  /** The use cases around tasks. */
  public record TaskUseCases(
      ClaimTask claim, SubmitTaskResult submitResult, GiveBackTask giveBack, ExpireTasks expire) {}

  private final UserUseCases users;
  private final VideoUseCases videos;
  private final NoteUseCases notes;
  private final TaskUseCases tasks;
  private final Upkeep upkeep = new Upkeep();

  /** Sets up the use cases and starts the upkeep. */
  public VidWiz(Ports ports, UserDefaults userDefaults) {
    this.users = userUseCases(ports, userDefaults);
    this.videos = videoUseCases(ports);
    this.notes = noteUseCases(ports);
    this.tasks = taskUseCases(ports);
    upkeep.every(LOOK_INTERVAL, "leases", tasks.expire()::expireLeases);
    upkeep.every(LOOK_INTERVAL, "waiting-workers", tasks.claim()::callForAvailable);
    upkeep.every(LOOK_INTERVAL, "watched-videos", videos.watch()::lookAtAll);
    upkeep.every(CLEAN_UP_INTERVAL, "old-tasks", tasks.expire()::removeOld);
  }

  /** Returns the use cases around users. */
  public UserUseCases users() {
    return users;
  }

  /** Returns the use cases around videos. */
  public VideoUseCases videos() {
    return videos;
  }

  /** Returns the use cases around notes. */
  public NoteUseCases notes() {
    return notes;
  }

  /** Returns the use cases around tasks. */
  public TaskUseCases tasks() {
    return tasks;
  }

  @Override
  public void close() {
    tasks.claim().close();
    videos.watch().close();
    upkeep.close();
  }

  private static UserUseCases userUseCases(Ports ports, UserDefaults defaults) {
    Users users = ports.storage().users();
    return new UserUseCases(
        new RegisterUser(users, ports.passwords(), defaults, ports.clock()),
        new LogIn(users, ports.passwords()),
        new SignInWithGoogle(users, ports.google(), defaults, ports.clock()),
        new ReadProfile(users),
        new UpdateProfile(users),
        new CreateLongTermToken(users, ports.longTermTokens()),
        new RevokeLongTermToken(users),
        new CheckLongTermToken(users));
  }

  private static VideoUseCases videoUseCases(Ports ports) {
    Storage storage = ports.storage();
    InstantSource clock = ports.clock();
    return new VideoUseCases(
        new ReadVideo(storage.videos()),
        new SearchVideos(storage.videos()),
        new WatchVideo(storage.videos(), storage.signals()),
        new StoreTranscript(storage, ports.transcripts(), clock),
        new StoreMetadata(storage, clock),
        new StoreSummary(storage, clock));
  }

  private static NoteUseCases noteUseCases(Ports ports) {
    Storage storage = ports.storage();
    InstantSource clock = ports.clock();
    return new NoteUseCases(
        new CreateNote(storage, new ScheduleFetches(storage), clock),
        new ListNotes(storage.notes()),
        new EditNote(storage.notes(), clock),
        new DeleteNote(storage.notes()),
        new ListNotesForAi(storage.notes()));
  }

  private static TaskUseCases taskUseCases(Ports ports) {
    Storage storage = ports.storage();
    InstantSource clock = ports.clock();
    return new TaskUseCases(
        new ClaimTask(storage, clock),
        new SubmitTaskResult(storage, ports.transcripts(), clock),
        new GiveBackTask(storage, clock),
        new ExpireTasks(storage, clock));
  }
}
