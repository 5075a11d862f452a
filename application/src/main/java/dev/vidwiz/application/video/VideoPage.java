package dev.vidwiz.application.video;

import dev.vidwiz.domain.video.Video;
import java.util.List;

/** One page of a search, and the number of videos on all pages. */
public record VideoPage(List<Video> videos, long total) {

  /** Keeps a copy of the list. */
  public VideoPage {
    videos = List.copyOf(videos);
  }
}
