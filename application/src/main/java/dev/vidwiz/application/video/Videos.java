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
 * The videos that are known. All methods throw {@link
 * dev.vidwiz.application.storage.StorageException} when the storage fails. Thread-safe.
 */
public interface Videos {

  /** Returns the video with this id. */
  Optional<Video> find(VideoId videoId);

  /** Returns those of the videos that are known, in no certain order. */
  List<Video> findAll(Collection<VideoId> videoIds);

  /**
   * Returns the video, creating it when it is missing. The title fills a missing title and never
   * replaces one. Callers at the same moment all get the same video.
   */
  Video ensure(VideoId videoId, @Nullable Title title, Instant now);

  /**
   * Remembers who asks for a video. Of several requesters only that there are several is kept. A
   * video of an older server counts as one of several. No such video: does nothing.
   */
  void addRequester(VideoId videoId, Requester requester);

  /** Tells whether this requester has asked for the video, and nobody else. */
  boolean isSoleRequester(VideoId videoId, Requester requester);

  /** Returns one page of the videos of which a user has a note. */
  VideoPage search(VideoSearch search);

  /** Replaces the metadata of a video and fills a missing title; no such video: does nothing. */
  void storeMetadata(VideoId videoId, JsonText metadata, @Nullable Title title, Instant now);

  /** Marks the transcript as available, and forgets why it was not. */
  void markTranscriptAvailable(VideoId videoId, Instant now);

  /**
   * Stores why there is no transcript, for good or for now, or null when there is nothing to say; a
   * video that has one is left alone. Tells whether that changed anything.
   */
  boolean storeTranscriptError(VideoId videoId, @Nullable String error, Instant now);

  /** Replaces the summary. */
  void storeSummary(VideoId videoId, String summary, Instant now);

  /** Stores a summary, unless there is one; tells whether it was stored. */
  boolean storeSummaryIfNone(VideoId videoId, String summary, Instant now);
}
