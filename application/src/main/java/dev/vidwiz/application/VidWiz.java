package dev.vidwiz.application;

import dev.vidwiz.application.chat.AnswerQuestion;
import dev.vidwiz.application.chat.BeginConversation;
import dev.vidwiz.application.chat.Question;
import dev.vidwiz.application.chat.ReadConversation;
import dev.vidwiz.application.fetch.PrepareVideo;
import dev.vidwiz.application.note.CreateNote;
import dev.vidwiz.application.note.DeleteNote;
import dev.vidwiz.application.note.EditNote;
import dev.vidwiz.application.note.ListNotes;
import dev.vidwiz.application.note.ListNotesForAi;
import dev.vidwiz.application.note.NoteChange;
import dev.vidwiz.application.note.NoteDraft;
import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.task.ClaimTask;
import dev.vidwiz.application.task.ExpireTasks;
import dev.vidwiz.application.task.GiveBackTask;
import dev.vidwiz.application.task.ResumeTasks;
import dev.vidwiz.application.task.SubmitTaskResult;
import dev.vidwiz.application.task.TaskReport;
import dev.vidwiz.application.task.TaskRequest;
import dev.vidwiz.application.user.CheckLongTermToken;
import dev.vidwiz.application.user.CreateLongTermToken;
import dev.vidwiz.application.user.LogIn;
import dev.vidwiz.application.user.ReadProfile;
import dev.vidwiz.application.user.RegisterUser;
import dev.vidwiz.application.user.RevokeLongTermToken;
import dev.vidwiz.application.user.SignInWithGoogle;
import dev.vidwiz.application.user.UpdateProfile;
import dev.vidwiz.application.video.ReadVideo;
import dev.vidwiz.application.video.SearchVideos;
import dev.vidwiz.application.video.StoreMetadata;
import dev.vidwiz.application.video.StoreSummary;
import dev.vidwiz.application.video.StoreTranscript;
import dev.vidwiz.application.video.VideoPage;
import dev.vidwiz.application.video.VideoSearch;
import dev.vidwiz.application.video.WatchVideo;
import dev.vidwiz.application.work.CancelJob;
import dev.vidwiz.application.work.ListJobs;
import dev.vidwiz.application.work.RetryJob;
import dev.vidwiz.domain.chat.Conversation;
import dev.vidwiz.domain.chat.Owner;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A running VidWiz: every use case, ready to be called from any thread, and the upkeep behind them.
 * Closing it sends home whoever waits; it does not close the ports.
 */
public final class VidWiz implements AutoCloseable {

  /** How long a change may go unnoticed when its signal was lost. */
  static final Duration LOOK_INTERVAL = Duration.ofSeconds(2);

  private static final Duration CLEAN_UP_INTERVAL = Duration.ofHours(1);

  /** A flood of addresses makes a bucket for each. */
  private static final Duration RATE_LIMITS_INTERVAL = Duration.ofMinutes(1);

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
      PrepareVideo prepare,
      ReadVideo read,
      SearchVideos search,
      WatchVideo watch,
      StoreTranscript storeTranscript,
      StoreMetadata storeMetadata,
      StoreSummary storeSummary) {

    /** Calls {@link ReadVideo#read}. */
    public Optional<Video> read(VideoId videoId) {
      return read.read(videoId);
    }

    /** Calls {@link SearchVideos#search}. */
    public VideoPage search(VideoSearch wanted) {
      return search.search(wanted);
    }
  }

  /** The use cases around notes. */
  public record NoteUseCases(
      CreateNote create,
      ListNotes list,
      EditNote edit,
      DeleteNote delete,
      ListNotesForAi listForAi) {

    /** Calls {@link CreateNote#create}. */
    public Note create(NoteDraft draft) {
      return create.create(draft);
    }

    /** Calls {@link ListNotes#list}. */
    public List<Note> list(long userId, VideoId videoId) {
      return list.list(userId, videoId);
    }

    /** Calls {@link EditNote#edit}. */
    public EditNote.Outcome edit(@Nullable Long userId, long noteId, NoteChange change) {
      return edit.edit(userId, noteId, change);
    }

    /** Calls {@link DeleteNote#delete}. */
    public boolean delete(long userId, long noteId) {
      return delete.delete(userId, noteId);
    }
  }

  /** The use cases around conversations. */
  public record ChatUseCases(
      BeginConversation begin, ReadConversation read, AnswerQuestion answer) {

    /** Calls {@link BeginConversation#begin}. */
    public Conversation begin(VideoId videoId, Owner owner) {
      return begin.begin(videoId, owner);
    }

    /** Calls {@link AnswerQuestion#ask}. */
    public AnswerQuestion.Outcome ask(Question question) {
      return answer.ask(question);
    }
  }

  /** The use cases around tasks. */
  public record TaskUseCases(
      ClaimTask claim,
      SubmitTaskResult submitResult,
      GiveBackTask giveBack,
      ResumeTasks resume,
      ExpireTasks expire) {

    /** Calls {@link ClaimTask#claim}. */
    public Optional<Task> claim(TaskRequest request) throws InterruptedException {
      return claim.claim(request);
    }

    /** Calls {@link SubmitTaskResult#submit}. */
    public SubmitTaskResult.Outcome submit(TaskReport report) {
      return submitResult.submit(report);
    }

    /** Calls {@link GiveBackTask#giveBack}. */
    public void giveBack(Task claimed) {
      giveBack.giveBack(claimed);
    }
  }

  /** The use cases around tasks and AI jobs together. */
  public record WorkUseCases(ListJobs list, RetryJob retry, CancelJob cancel) {}

  private final Optional<UserUseCases> users;
  private final VideoUseCases videos;
  private final NoteUseCases notes;
  private final TaskUseCases tasks;
  private final ChatUseCases chat;
  private final WorkUseCases work;
  private final Upkeep upkeep = new Upkeep();

  /** Sets up the use cases, as {@link Options#DEFAULTS} say, and starts the upkeep. */
  public VidWiz(Ports ports) {
    this(ports, Options.DEFAULTS);
  }

  /** Sets up the use cases and starts the upkeep. */
  public VidWiz(Ports ports, Options options) {
    this(ports, options, Observer.NONE);
  }

  /** Sets up the use cases, which will tell the observer, and starts the upkeep. */
  public VidWiz(Ports ports, Options options, Observer observer) {
    Parts parts = new Parts(ports, options, observer);
    this.users = parts.userUseCases();
    this.videos = parts.videoUseCases();
    this.notes = parts.noteUseCases();
    this.tasks = parts.taskUseCases();
    this.chat = parts.chatUseCases();
    this.work = parts.workUseCases();
    upkeep.every(LOOK_INTERVAL, "leases", tasks.expire()::expireLeases);
    upkeep.every(LOOK_INTERVAL, "waiting-workers", tasks.claim()::callForAvailable);
    upkeep.every(LOOK_INTERVAL, "watched-videos", videos.watch()::lookAtAll);
    upkeep.every(CLEAN_UP_INTERVAL, "old-tasks", tasks.expire()::removeOld);
    upkeep.every(CLEAN_UP_INTERVAL, "old-quotas", parts.forgetOldQuotas()::forget);
    upkeep.every(CLEAN_UP_INTERVAL, "cancelled-jobs", parts.forgetCancelledJobs()::forget);
    ports
        .storage()
        .rateLimits()
        .ifPresent(
            limits ->
                upkeep.every(
                    RATE_LIMITS_INTERVAL,
                    "rate-limits",
                    () -> limits.removeFull(ports.clock().instant())));
    parts
        .movedTranscripts()
        .ifPresent(moved -> upkeep.every(LOOK_INTERVAL, "transcripts", moved::move));
    List<Runnable> wakeForJobs = parts.startJobWork(upkeep);
    ports
        .storage()
        .signals()
        .subscribe(
            signal -> {
              if (signal instanceof Signal.JobReady || signal instanceof Signal.Missed) {
                wakeForJobs.forEach(Runnable::run);
              }
            });
  }

  /**
   * Returns the use cases around users.
   *
   * @throws IllegalStateException when the ports hold no accounts
   */
  public UserUseCases users() {
    return users.orElseThrow(() -> new IllegalStateException("the ports hold no accounts"));
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

  /** Returns the use cases around conversations. */
  public ChatUseCases chat() {
    return chat;
  }

  /** Returns the use cases around tasks and AI jobs together. */
  public WorkUseCases work() {
    return work;
  }

  @Override
  public void close() {
    tasks.claim().close();
    videos.watch().close();
    chat.answer().close();
    upkeep.close();
  }
}
