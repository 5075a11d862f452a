package dev.vidwiz.application.video;

import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import java.util.Optional;

/** Shows one video. */
public final class ReadVideo {

  private final Videos videos;

  /** Works on the given videos. */
  public ReadVideo(Videos videos) {
    this.videos = videos;
  }

  /** Returns the video, if it is known. */
  public Optional<Video> read(VideoId videoId) {
    return videos.find(videoId);
  }
}
