package dev.vidwiz.application.chat;

import dev.vidwiz.application.chat.Question.Place;
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

    /** The transcript should be there and is not; from now on it is pending. */
    record TranscriptMissing() implements Outcome {}

    /** No model is set up. */
    record NoModel() implements Outcome {}
  }

  private final Exchanges exchanges;
  private final Videos videos;
  private final FindTranscript transcripts;
  private final @Nullable Wiz wiz;
  private final Observer observer;

  /** Asks Wiz; without one every question is refused. */
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
    return switch (question.place()) {
      case Place.Known(long id) ->
          exchanges
              .findOwn(id, question.owner())
              .map(own -> ask(question, videos.find(own.videoId()).orElseThrow()))
              .orElseGet(Outcome.UnknownConversation::new);
      case Place.New(VideoId videoId) ->
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
    return switch (transcripts.find(video)) {
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
