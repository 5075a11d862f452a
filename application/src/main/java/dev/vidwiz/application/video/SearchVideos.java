package dev.vidwiz.application.video;

/** Finds videos of which a user has a note. */
public final class SearchVideos {

  private final Videos videos;

  /** Works on the given videos. */
  public SearchVideos(Videos videos) {
    this.videos = videos;
  }

  /** Returns one page of what the search finds. */
  public VideoPage search(VideoSearch search) {
    return videos.search(search);
  }
}
