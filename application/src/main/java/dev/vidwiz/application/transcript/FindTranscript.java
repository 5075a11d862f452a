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

/**
 * Finds the transcript of a video. Schedules its task when it is marked as available but in no
 * store. Thread-safe.
 */
public final class FindTranscript {

  /** The result of a search. */
  public sealed interface Outcome {

    /** The transcript. */
    record Found(Transcript transcript) implements Outcome {}

    /**
     * There is none yet.
     *
     * @param error the sentence for users that explains why there is none; null when unknown
     * @param underWay whether its task is active
     */
    record Pending(@Nullable String error, boolean underWay) implements Outcome {}

    /** It was marked as available but is in no store. Its task is active now. */
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
   * Finds the transcript. Not to be called in a transaction.
   *
   * @param requester who waits for the task when the transcript must be fetched again
   * @throws dev.vidwiz.application.failure.InfrastructureException when the store cannot be reached
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
