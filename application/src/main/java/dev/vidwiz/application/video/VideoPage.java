package dev.vidwiz.application.video;

import dev.vidwiz.domain.video.VideoId;
import java.util.List;

/** The ids of the videos on one page of a search, and the number of videos on all pages. */
public record VideoPage(List<VideoId> videos, long total) {

  /** Keeps a copy of the list. */
  public VideoPage {
    videos = List.copyOf(videos);
  }
}
