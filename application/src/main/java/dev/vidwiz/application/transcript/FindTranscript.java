package dev.vidwiz.application.transcript;

import dev.vidwiz.application.storage.Transactions;
import dev.vidwiz.application.task.ScheduleFetches;
import dev.vidwiz.application.task.TaskQueue;
import dev.vidwiz.application.video.Videos;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.transcript.Transcript;
import dev.vidwiz.domain.video.Video;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the transcript of a video, and has it fetched again when it is lost. Thread-safe. */
public final class FindTranscript {

  /** What there is. */
  public sealed interface Outcome {

    /** The transcript. */
    record Found(Transcript transcript) implements Outcome {}

    /**
     * It is not there yet, or will not come.
     *
     * @param error says so when it will not come
     * @param underWay whether it waits to be fetched, or is being fetched
     */
    record Pending(@Nullable String error, boolean underWay) implements Outcome {}

    /** It should have been there, and was not. From now on it is pending. */
    record Missing() implements Outcome {}
  }

  private final Transactions transactions;
  private final Videos videos;
  private final TaskQueue tasks;
  private final ScheduleFetches fetches;
  private final Transcripts transcripts;
  private final InstantSource clock;

  /** Works on the given storage. */
  public FindTranscript(
      Transactions transactions,
      Videos videos,
      TaskQueue tasks,
      ScheduleFetches fetches,
      Transcripts transcripts,
      InstantSource clock) {
    this.transactions = transactions;
    this.videos = videos;
    this.tasks = tasks;
    this.fetches = fetches;
    this.transcripts = transcripts;
    this.clock = clock;
  }

  /**
   * Finds it. Not to be called in a transaction.
   *
   * @param requester who waits for the task when the transcript must be fetched again
   * @throws dev.vidwiz.application.failure.InfrastructureException when it cannot be told whether
   *     there is one
   */
  public Outcome find(Video video, Requester requester) {
    if (!video.transcriptAvailable()) {
      return new Outcome.Pending(
          video.transcriptError(), tasks.isActive(TaskType.TRANSCRIPT, video.videoId()));
    }
    Optional<Transcript> transcript = transcripts.find(video.videoId());
    if (transcript.isEmpty()) {
      fetchAgain(video, requester);
      return new Outcome.Missing();
    }
    return new Outcome.Found(transcript.get());
  }

  private void fetchAgain(Video video, Requester requester) {
    Instant now = clock.instant();
    transactions.inTransaction(
        () -> {
          if (videos.markTranscriptMissing(video, now)) {
            fetches.open(video.videoId(), null, requester, now);
          }
        });
  }
}
