package dev.vidwiz.application;

import dev.vidwiz.application.chat.AnswerQuestion;
import dev.vidwiz.application.chat.BeginConversation;
import dev.vidwiz.application.chat.ChatModel;
import dev.vidwiz.application.chat.Exchanges;
import dev.vidwiz.application.chat.Wiz;
import dev.vidwiz.application.fetch.PrepareVideo;
import dev.vidwiz.application.job.CancelJob;
import dev.vidwiz.application.job.ListJobs;
import dev.vidwiz.application.job.Outbox;
import dev.vidwiz.application.job.RetryJob;
import dev.vidwiz.application.note.CreateNote;
import dev.vidwiz.application.note.DispatchAiJobs;
import dev.vidwiz.application.note.EditNote;
import dev.vidwiz.application.note.LimitedNotes;
import dev.vidwiz.application.observer.Observer;
import dev.vidwiz.application.signal.Signals;
import dev.vidwiz.application.storage.Transactions;
import dev.vidwiz.application.task.NewVideoQuota;
import dev.vidwiz.application.task.ScheduleFetches;
import dev.vidwiz.application.task.TaskQueue;
import dev.vidwiz.application.transcript.FindTranscript;
import dev.vidwiz.application.transcript.ReceiveTranscript;
import dev.vidwiz.application.transcript.StoreTranscript;
import dev.vidwiz.application.transcript.TranscriptStore;
import dev.vidwiz.application.transcript.Transcripts;
import dev.vidwiz.application.transcript.TranscriptsWithFallback;
import dev.vidwiz.application.user.AccountUseCases;
import dev.vidwiz.application.user.CheckLongTermToken;
import dev.vidwiz.application.user.CreateLongTermToken;
import dev.vidwiz.application.user.LogIn;
import dev.vidwiz.application.user.RegisterUser;
import dev.vidwiz.application.user.RevokeLongTermToken;
import dev.vidwiz.application.user.SignInWithGoogle;
import dev.vidwiz.application.user.UserDefaults;
import dev.vidwiz.application.user.Users;
import dev.vidwiz.application.video.StoreMetadata;
import dev.vidwiz.application.video.StoreSummary;
import dev.vidwiz.application.video.TranscriptErrors;
import dev.vidwiz.application.video.Videos;
import dev.vidwiz.application.video.WatchVideo;
import dev.vidwiz.application.worker.ClaimTask;
import dev.vidwiz.application.worker.ExpireTasks;
import dev.vidwiz.application.worker.GiveBackTask;
import dev.vidwiz.application.worker.ResumeTasks;
import dev.vidwiz.application.worker.SubmitMetadata;
import dev.vidwiz.application.worker.SubmitTaskResult;
import dev.vidwiz.application.worker.TaskTransitions;
import dev.vidwiz.application.worker.WorkerRights;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Assembles every use case from the given ports. All use cases are thread-safe. */
public final class UseCases {

  /** Databases store microseconds, and a value must not change when it is read again. */
  private static final Duration PRECISION = Duration.ofNanos(1_000);

  public final PrepareVideo prepareVideo;
  public final WatchVideo watchVideo;
  public final StoreTranscript storeTranscript;
  public final StoreMetadata storeMetadata;
  public final StoreSummary storeSummary;
  public final CreateNote createNote;
  public final EditNote editNote;
  public final WorkerRights workerRights;
  public final ClaimTask claimTask;
  public final SubmitTaskResult submitTaskResult;
  public final GiveBackTask giveBackTask;
  public final ResumeTasks resumeTasks;
  public final ExpireTasks expireTasks;
  public final BeginConversation beginConversation;
  public final AnswerQuestion answerQuestion;
  public final ListJobs listJobs;
  public final RetryJob retryJob;
  public final CancelJob cancelJob;

  final InstantSource clock;
  final @Nullable TranscriptsWithFallback fallback;
  final TranscriptStore transcriptStore;
  final Transcripts transcripts;
  final FindTranscript findTranscript;

  private final @Nullable Wiz wiz;
  private final @Nullable AccountUseCases accounts;

  /** Assembles the use cases, which notify the observer. */
  public UseCases(Ports ports, Options options, Observer observer) {
    Storage storage = ports.storage();
    Transactions transactions = storage.transactions();
    Videos videos = storage.videos();
    TaskQueue tasks = storage.tasks();
    Outbox outbox = storage.outbox();
    Signals signals = storage.signals();
    this.clock = InstantSource.tick(ports.clock(), PRECISION);

    TranscriptStore elsewhere = ports.transcripts();
    this.fallback =
        elsewhere == null ? null : new TranscriptsWithFallback(elsewhere, storage.transcripts());
    this.transcriptStore = fallback == null ? storage.transcripts() : fallback;
    this.transcripts = new Transcripts(transcriptStore, storage.transcriptReader());

    TranscriptErrors errors = new TranscriptErrors(videos, signals);
    ScheduleFetches fetches =
        new ScheduleFetches(
            tasks,
            videos,
            errors,
            signals,
            new NewVideoQuota(storage.quotas(), options.limits().newVideos()));
    DispatchAiJobs jobs =
        new DispatchAiJobs(
            outbox,
            storage.users(),
            videos,
            storage.notes(),
            signals,
            options.aiJobsOnTranscript());
    ReceiveTranscript receive = new ReceiveTranscript(transcriptStore, transcripts, videos, jobs);
    this.prepareVideo = new PrepareVideo(transactions, fetches, jobs, clock);
    this.watchVideo = new WatchVideo(videos, signals);
    this.storeTranscript = new StoreTranscript(transactions, videos, receive, signals, clock);
    this.storeMetadata = new StoreMetadata(transactions, videos, signals, clock);
    this.storeSummary = new StoreSummary(transactions, videos, signals, clock);
    LimitedNotes notes = LimitedNotes.of(storage.notes(), options.limits().notes());
    this.createNote =
        new CreateNote(transactions, storage.noteFastPath(), notes, fetches, jobs, clock);
    this.editNote = new EditNote(transactions, notes, clock);

    this.workerRights = new WorkerRights(options.userWorkers(), videos);
    TaskTransitions transitions = new TaskTransitions(transactions, tasks, errors, signals);
    this.claimTask = new ClaimTask(tasks, workerRights, signals, clock, observer);
    this.submitTaskResult =
        new SubmitTaskResult(
            new SubmitMetadata(storage.metadataFastPath(), videos, signals, clock),
            transitions,
            workerRights,
            receive,
            clock,
            observer);
    this.giveBackTask = new GiveBackTask(transitions, clock, observer);
    this.resumeTasks = new ResumeTasks(transactions, tasks, errors, signals, clock);
    this.expireTasks = new ExpireTasks(tasks, transitions, clock, observer);

    ChatModel model = ports.ai().model();
    this.wiz = model == null ? null : new Wiz(model, options.wiz(), ports.clock());
    Exchanges exchanges =
        new Exchanges(
            transactions, storage.conversations(), storage.quotas(), options.wiz(), clock);
    this.beginConversation =
        new BeginConversation(transactions, storage.conversations(), fetches, clock);
    this.findTranscript =
        new FindTranscript(transactions, videos, tasks, fetches, transcripts, clock);
    this.answerQuestion = new AnswerQuestion(exchanges, videos, findTranscript, wiz, observer);

    this.listJobs = new ListJobs(storage.jobs(), tasks, outbox);
    this.retryJob = new RetryJob(transactions, tasks, outbox, errors, signals, clock);
    this.cancelJob = new CancelJob(transactions, tasks, outbox, errors, clock);
    this.accounts =
        ports.accounts() == null
            ? null
            : accounts(storage.users(), ports.accounts(), options.users());
  }

  /**
   * Returns the use cases of accounts.
   *
   * @throws IllegalStateException when the ports hold no accounts
   */
  public AccountUseCases accounts() {
    if (accounts == null) {
      throw new IllegalStateException("the ports hold no accounts");
    }
    return accounts;
  }

  /** Ends all waits for tasks and changes. Answers of Wiz have some seconds to finish. */
  public void endWaits() {
    claimTask.close();
    watchVideo.close();
    if (wiz != null) {
      wiz.close();
    }
  }

  private AccountUseCases accounts(Users users, Ports.Accounts ports, UserDefaults defaults) {
    return new AccountUseCases(
        new RegisterUser(users, ports.passwords(), defaults, clock),
        new LogIn(users, ports.passwords(), ports.logins(), clock),
        new SignInWithGoogle(users, ports.google(), defaults, clock),
        new CreateLongTermToken(users, ports.longTermTokens()),
        new RevokeLongTermToken(users),
        new CheckLongTermToken(users));
  }
}
