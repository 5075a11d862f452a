package dev.vidwiz.application;

import dev.vidwiz.application.VidWiz.ChatUseCases;
import dev.vidwiz.application.VidWiz.NoteUseCases;
import dev.vidwiz.application.VidWiz.TaskUseCases;
import dev.vidwiz.application.VidWiz.UserUseCases;
import dev.vidwiz.application.VidWiz.VideoUseCases;
import dev.vidwiz.application.VidWiz.WorkUseCases;
import dev.vidwiz.application.ai.DispatchAiJobs;
import dev.vidwiz.application.ai.ForgetCancelledJobs;
import dev.vidwiz.application.ai.JobPublisher;
import dev.vidwiz.application.ai.RelayAiJobs;
import dev.vidwiz.application.ai.WorkOnAiJobs;
import dev.vidwiz.application.ai.WriteAiNote;
import dev.vidwiz.application.ai.WriteSummary;
import dev.vidwiz.application.chat.AnswerQuestion;
import dev.vidwiz.application.chat.BeginConversation;
import dev.vidwiz.application.chat.ChatModel;
import dev.vidwiz.application.chat.ForgetOldQuotas;
import dev.vidwiz.application.chat.ReadConversation;
import dev.vidwiz.application.fetch.PrepareVideo;
import dev.vidwiz.application.note.CreateNote;
import dev.vidwiz.application.note.DeleteNote;
import dev.vidwiz.application.note.EditNote;
import dev.vidwiz.application.note.ListNotes;
import dev.vidwiz.application.note.ListNotesForAi;
import dev.vidwiz.application.storage.Storage;
import dev.vidwiz.application.task.ClaimTask;
import dev.vidwiz.application.task.ExpireTasks;
import dev.vidwiz.application.task.GiveBackTask;
import dev.vidwiz.application.task.ResumeTasks;
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
import dev.vidwiz.application.user.Users;
import dev.vidwiz.application.video.ReadVideo;
import dev.vidwiz.application.video.ReceiveTranscript;
import dev.vidwiz.application.video.SearchVideos;
import dev.vidwiz.application.video.StoreMetadata;
import dev.vidwiz.application.video.StoreSummary;
import dev.vidwiz.application.video.StoreTranscript;
import dev.vidwiz.application.video.TranscriptStore;
import dev.vidwiz.application.video.Transcripts;
import dev.vidwiz.application.video.TranscriptsWithFallback;
import dev.vidwiz.application.video.WatchVideo;
import dev.vidwiz.application.work.CancelJob;
import dev.vidwiz.application.work.ListJobs;
import dev.vidwiz.application.work.RetryJob;
import dev.vidwiz.domain.job.AiJobKind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Puts the use cases together from the ports. */
final class Parts {

  /** Databases keep microseconds: what was just written must be what is read again. */
  private static final Duration PRECISION = Duration.ofNanos(1_000);

  private final Ports ports;
  private final Options options;
  private final Observer observer;
  private final Storage storage;
  private final InstantSource clock;

  /** Unlike the default generator, one that many threads may share. */
  private final RandomGenerator random = new Random();

  private final @Nullable TranscriptsWithFallback moved;
  private final TranscriptStore store;
  private final Transcripts transcripts;
  private final DispatchAiJobs dispatch;
  private final ScheduleFetches fetches;
  private final ReceiveTranscript receive;

  Parts(Ports ports, Options options, Observer observer) {
    this.ports = ports;
    this.options = options;
    this.observer = observer;
    this.storage = ports.storage();
    this.clock = InstantSource.tick(ports.clock(), PRECISION);
    TranscriptStore elsewhere = ports.transcripts();
    this.moved =
        elsewhere == null ? null : new TranscriptsWithFallback(elsewhere, storage.transcripts());
    this.store = moved == null ? storage.transcripts() : moved;
    this.transcripts = new Transcripts(store, storage.transcriptReader());
    this.dispatch = new DispatchAiJobs(storage, options.aiJobsOnTranscript());
    this.fetches = new ScheduleFetches(storage);
    this.receive = new ReceiveTranscript(storage, store, transcripts, dispatch);
  }

  Optional<UserUseCases> userUseCases() {
    return Optional.ofNullable(ports.accounts()).map(this::userUseCases);
  }

  private UserUseCases userUseCases(Ports.Accounts accounts) {
    Users users = storage.users();
    return new UserUseCases(
        new RegisterUser(users, accounts.passwords(), options.users(), clock),
        new LogIn(users, accounts.passwords()),
        new SignInWithGoogle(users, accounts.google(), options.users(), clock),
        new ReadProfile(users),
        new UpdateProfile(users),
        new CreateLongTermToken(users, accounts.longTermTokens()),
        new RevokeLongTermToken(users),
        new CheckLongTermToken(users));
  }

  VideoUseCases videoUseCases() {
    return new VideoUseCases(
        new PrepareVideo(storage, fetches, dispatch, clock),
        new ReadVideo(storage.videos()),
        new SearchVideos(storage.videos()),
        new WatchVideo(storage.videos(), storage.signals()),
        new StoreTranscript(storage, receive, clock),
        new StoreMetadata(storage, clock),
        new StoreSummary(storage, clock));
  }

  NoteUseCases noteUseCases() {
    return new NoteUseCases(
        new CreateNote(storage, fetches, dispatch, clock),
        new ListNotes(storage.notes()),
        new EditNote(storage.notes(), clock),
        new DeleteNote(storage.notes()),
        new ListNotesForAi(storage.notes()));
  }

  TaskUseCases taskUseCases() {
    return new TaskUseCases(
        new ClaimTask(storage, clock, observer),
        new SubmitTaskResult(storage, receive, clock, observer),
        new GiveBackTask(storage, clock, observer),
        new ResumeTasks(storage, clock),
        new ExpireTasks(storage, clock, observer));
  }

  ChatUseCases chatUseCases() {
    return new ChatUseCases(
        new BeginConversation(storage, fetches, clock),
        new ReadConversation(storage.conversations()),
        new AnswerQuestion(
            storage, transcripts, ports.ai().model(), options.wiz(), clock, observer));
  }

  WorkUseCases workUseCases() {
    return new WorkUseCases(
        new ListJobs(storage), new RetryJob(storage, clock), new CancelJob(storage, clock));
  }

  ForgetCancelledJobs forgetCancelledJobs() {
    return new ForgetCancelledJobs(storage.outbox(), clock);
  }

  ForgetOldQuotas forgetOldQuotas() {
    return new ForgetOldQuotas(storage.quotas(), clock);
  }

  Optional<TranscriptsWithFallback> movedTranscripts() {
    return Optional.ofNullable(moved);
  }

  /**
   * Starts what is to be done about AI jobs: send on those for which there is a queue, do the rest.
   * Returns what makes each look for jobs at once.
   */
  List<Runnable> startJobWork(Upkeep upkeep) {
    List<Runnable> wakes = new ArrayList<>();
    Set<AiJobKind> ours = EnumSet.allOf(AiJobKind.class);
    JobPublisher publisher = ports.ai().publisher();
    if (publisher != null) {
      ours.removeAll(publisher.kinds());
      RelayAiJobs relay = new RelayAiJobs(storage, store, publisher, clock, random);
      wakes.add(upkeep.every(VidWiz.LOOK_INTERVAL, "relay", relay::relay, relay::close));
    }
    ChatModel model = ports.ai().model();
    if (model != null && options.aiWorker()) {
      WorkOnAiJobs worker = aiWorker(model, ours);
      wakes.add(upkeep.every(VidWiz.LOOK_INTERVAL, "ai-worker", worker::work, worker::close));
      upkeep.every(WorkOnAiJobs.RENEWAL, "ai-leases", worker::renewLeases);
    }
    return wakes;
  }

  private WorkOnAiJobs aiWorker(ChatModel model, Set<AiJobKind> kinds) {
    return new WorkOnAiJobs(
        storage,
        kinds,
        new WriteAiNote(storage, transcripts, model, clock),
        new WriteSummary(storage, transcripts, model, options.wiz().contextTokens(), clock),
        clock,
        random);
  }
}
