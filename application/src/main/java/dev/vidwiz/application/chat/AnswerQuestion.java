package dev.vidwiz.application.chat;

import dev.vidwiz.application.chat.Question.Target;
import dev.vidwiz.application.observer.Observer;
import dev.vidwiz.application.transcript.FindTranscript;
import dev.vidwiz.application.video.Videos;
import dev.vidwiz.domain.chat.Message;
import dev.vidwiz.domain.transcript.Transcript;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers a question about a video from its transcript. */
public final class AnswerQuestion {

  /** The outcome of a question. */
  public sealed interface Outcome {

    /** The model answers. The caller reads the answer and closes it. */
    record Answering(Answer answer) implements Outcome {}

    /** The owner has no such conversation. */
    record UnknownConversation() implements Outcome {}

    /** A daily quota is used up. */
    record QuotaSpent(SpentQuota quota) implements Outcome {}

    /** The video of a new conversation does not exist. */
    record UnknownVideo() implements Outcome {}

    /**
     * The transcript is not available.
     *
     * @param error why there is no transcript, as a sentence for users; null when there is no error
     * @param underWay whether its task is pending or in progress
     */
    record TranscriptPending(@Nullable String error, boolean underWay) implements Outcome {}

    /** The transcript is marked as available but is in no store; it is fetched from now on. */
    record TranscriptMissing() implements Outcome {}

    /** No model is configured. */
    record NoModel() implements Outcome {}
  }

  private final Exchanges exchanges;
  private final Videos videos;
  private final FindTranscript transcripts;
  private final @Nullable Wiz wiz;
  private final Observer observer;

  /** Asks Wiz; null refuses every question. */
  public AnswerQuestion(
      Exchanges exchanges,
      Videos videos,
      FindTranscript transcripts,
      @Nullable Wiz wiz,
      Observer observer) {
    this.exchanges = exchanges;
    this.videos = videos;
    this.transcripts = transcripts;
    this.wiz = wiz;
    this.observer = observer;
  }

  /**
   * Checks the question, spends the quota and asks the model. A refused question stores and spends
   * nothing.
   */
  public Outcome ask(Question question) {
    Outcome outcome = receive(question);
    if (outcome instanceof Outcome.QuotaSpent(SpentQuota spent)) {
      observer.quotaSpent(spent.quota());
    }
    return outcome;
  }

  private Outcome receive(Question question) {
    return switch (question.target()) {
      case Target.Existing(long id) ->
          exchanges
              .findOwn(id, question.owner())
              .map(own -> ask(question, videos.find(own.videoId()).orElseThrow()))
              .orElseGet(Outcome.UnknownConversation::new);
      case Target.New(VideoId videoId) ->
          videos
              .find(videoId)
              .map(video -> ask(question, video))
              .orElseGet(Outcome.UnknownVideo::new);
    };
  }

  private Outcome ask(Question question, Video video) {
    Optional<SpentQuota> spent = exchanges.spentQuota(question);
    if (spent.isPresent()) {
      return new Outcome.QuotaSpent(spent.get());
    }
    return switch (transcripts.find(video, question.requester())) {
      case FindTranscript.Outcome.Pending(String error, boolean underWay) ->
          new Outcome.TranscriptPending(error, underWay);
      case FindTranscript.Outcome.Missing() -> new Outcome.TranscriptMissing();
      case FindTranscript.Outcome.Found(Transcript transcript) -> ask(question, video, transcript);
    };
  }

  private Outcome ask(Question question, Video video, Transcript transcript) {
    if (wiz == null) {
      return new Outcome.NoModel();
    }
    List<Message> history = exchanges.history(question);
    return switch (exchanges.begin(question)) {
      case Exchanges.Begun.Refused(SpentQuota quota) -> new Outcome.QuotaSpent(quota);
      case Exchanges.Begun.Accepted(Exchange exchange) ->
          new Outcome.Answering(wiz.ask(exchange, video, transcript, history));
    };
  }
}
