package dev.vidwiz.application.video;

import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The videos. All methods throw {@link dev.vidwiz.application.storage.StorageException} when the
 * storage fails. Thread-safe.
 */
public interface Videos {

  /** Returns the video with this id. */
  Optional<Video> find(VideoId videoId);

  /** Returns the videos with these ids, in no particular order. */
  List<Video> findAll(Collection<VideoId> videoIds);

  /**
   * Returns the video, which is created when it is missing. The title fills a missing title and
   * never replaces one. Concurrent callers get the same video.
   */
  Video ensure(VideoId videoId, @Nullable Title title, Instant now);

  /**
   * Adds a requester to a video. Of several requesters, only that there are several is stored; a
   * video of an older server has several. Does nothing when there is no such video, and for nobody.
   */
  void addRequester(VideoId videoId, Requester requester);

  /** Tells whether this requester, and no other, has requested the video. */
  boolean isSoleRequester(VideoId videoId, Requester requester);

  /** Returns one page of a search. */
  VideoPage search(VideoSearch search);

  /**
   * Replaces the metadata of a video and fills a missing title. Does nothing when there is no such
   * video.
   */
  void storeMetadata(VideoId videoId, JsonText metadata, @Nullable Title title, Instant now);

  /** Marks the transcript as available and removes the transcript error. */
  void markTranscriptAvailable(VideoId videoId, Instant now);

  /**
   * Marks the transcript as not available, unless the video was changed since it was read. Tells
   * whether it did.
   */
  boolean markTranscriptMissing(Video read, Instant now);

  /**
   * Stores why there is no transcript, as a sentence for users; null removes it. Does nothing when
   * the transcript is available. Tells whether the sentence changed.
   */
  boolean storeTranscriptError(VideoId videoId, @Nullable String error, Instant now);

  /** Replaces the summary. */
  void storeSummary(VideoId videoId, String summary, Instant now);

  /** Replaces the suggested questions, a JSON array of texts. */
  void storeSuggestedQuestions(VideoId videoId, JsonText questions, Instant now);

  /** Stores a summary, unless there is one. Tells whether it was stored. */
  boolean storeSummaryIfNone(VideoId videoId, String summary, Instant now);
}
