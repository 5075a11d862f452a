package dev.vidwiz.http.video;

import dev.vidwiz.application.video.VideoPage;
import dev.vidwiz.application.video.VideoSearch;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.Video;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of search results, whose videos are written one by one. */
record VideoPageJson(List<Found> videos, long total, int page, int perPage, long totalPages) {

  record Found(String videoId, @Nullable String title, @Nullable JsonText metadata) {

    static Found from(Video video) {
      return new Found(video.videoId().value(), video.title(), video.metadata());
    }
  }

  static VideoPageJson from(VideoPage page, VideoSearch search) {
    return new VideoPageJson(
        List.of(),
        page.total(),
        search.page(),
        search.perPage(),
        Math.ceilDiv(page.total(), search.perPage()));
  }
}
