package dev.vidwiz.application.chat;

import dev.vidwiz.application.Observer;
import dev.vidwiz.application.chat.Question.Place;
import dev.vidwiz.application.storage.Storage;
import dev.vidwiz.application.task.TaskQueue;
import dev.vidwiz.application.video.Transcripts;
import dev.vidwiz.application.video.Videos;
import dev.vidwiz.domain.chat.Message;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.transcript.Transcript;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers a question about a video from its transcript. */
public final class AnswerQuestion implements AutoCloseable {

  /** How a question is received. */
  public sealed interface Outcome {

    /** The model has been asked; the caller reads the answer and closes it. */
    record Answering(Answer answer) implements Outcome {}

    /** The owner has no such conversation. */
    record UnknownConversation() implements Outcome {}

    /** A daily quota is spent. */
    record QuotaSpent(SpentQuota quota) implements Outcome {}

    /** There is no such video to begin a conversation about. */
    record UnknownVideo() implements Outcome {}

    /**
     * The transcript is not there.
     *
     * @param error says so when it will not come
     * @param underWay whether it waits to be fetched, or is being fetched
     */
    record TranscriptPending(@Nullable String error, boolean underWay) implements Outcome {}

    /** The transcript should be there and is not. */
    record TranscriptMissing() implements Outcome {}

    /** No model is set up. */
    record NoModel() implements Outcome {}
  }

  /** How many earlier messages the model is told. */
  private static final int HISTORY = 10;

  /** How long answers may go on after the closing. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final Conversations conversations;
  private final Videos videos;
  private final TaskQueue tasks;
  private final Transcripts transcripts;
  private final QuotaPolicy quotas;
  private final @Nullable ChatModel model;
  private final WizSettings settings;
  private final Exchanges exchanges;
  private final InstantSource clock;
  private final Observer observer;
  private volatile Instant end = Instant.MAX;

  /** Works on the given storage; without a model every question is refused. */
  public AnswerQuestion(
      Storage storage,
      Transcripts transcripts,
      @Nullable ChatModel model,
      WizSettings settings,
      InstantSource clock,
      Observer observer) {
    this.conversations = storage.conversations();
    this.videos = storage.videos();
    this.tasks = storage.tasks();
    this.transcripts = transcripts;
    this.quotas = new QuotaPolicy(storage.quotas(), settings);
    this.exchanges = new Exchanges(storage, quotas, clock);
    this.model = model;
    this.settings = settings;
    this.clock = clock;
    this.observer = observer;
  }

  /**
   * Asks the model, unless something stands against it: then nothing is stored and no quota spent.
   */
  public Outcome ask(Question question) {
    Outcome outcome = receive(question);
    if (outcome instanceof Outcome.QuotaSpent(SpentQuota spent)) {
      observer.quotaSpent(spent.quota());
    }
    return outcome;
  }

  private Outcome receive(Question question) {
    Instant now = clock.instant();
    return switch (question.place()) {
      case Place.Known(long id) ->
          conversations
              .findOwn(id, question.owner())
              .map(own -> ask(question, videos.find(own.videoId()).orElseThrow(), now))
              .orElseGet(Outcome.UnknownConversation::new);
      case Place.New(VideoId videoId) ->
          videos
              .find(videoId)
              .map(video -> ask(question, video, now))
              .orElseGet(Outcome.UnknownVideo::new);
    };
  }

  private Outcome ask(Question question, Video video, Instant now) {
    Optional<SpentQuota> spent = quotas.spent(question.owner(), question.address(), now);
    if (spent.isPresent()) {
      return new Outcome.QuotaSpent(spent.get());
    }
    if (!video.transcriptAvailable()) {
      return new Outcome.TranscriptPending(
          video.transcriptError(), tasks.isActive(TaskType.TRANSCRIPT, video.videoId()));
    }
    Optional<Transcript> transcript = transcripts.find(video.videoId());
    if (transcript.isEmpty()) {
      return new Outcome.TranscriptMissing();
    }
    if (model == null) {
      return new Outcome.NoModel();
    }
    return accept(question, new WizPrompt(video, transcript.get(), settings), model, now);
  }

  /** Lets answers under way go on for some seconds, then breaks them off. */
  @Override
  public synchronized void close() {
    if (end.equals(Instant.MAX)) {
      end = clock.instant().plus(GRACE);
    }
  }

  private Outcome accept(Question question, WizPrompt prompt, ChatModel chosen, Instant now) {
    List<Message> history =
        question.place() instanceof Place.Known(long id)
            ? conversations.lastMessages(id, HISTORY)
            : List.of();
    return switch (exchanges.begin(question, now)) {
      case Exchanges.Begun.Refused(SpentQuota quota) -> new Outcome.QuotaSpent(quota);
      case Exchanges.Begun.Accepted(Exchange exchange) ->
          new Outcome.Answering(
              new Answer(
                  chosen.stream(prompt.asking(question.text(), history)),
                  exchange,
                  prompt.transcript(),
                  chosen.name(),
                  () -> clock.instant().isAfter(end)));
    };
  }
}
