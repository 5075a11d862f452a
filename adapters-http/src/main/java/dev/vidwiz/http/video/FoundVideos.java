package dev.vidwiz.http.video;

import dev.vidwiz.application.storage.ListPart;
import dev.vidwiz.application.video.Videos;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.http.stream.LongList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the videos of a page a few at a time: each may have hundreds of kilobytes of metadata. */
public final class FoundVideos {

  private final Videos videos;
  private final List<VideoId> ids;

  private FoundVideos(Videos videos, List<VideoId> ids) {
    this.videos = videos;
    this.ids = ids;
  }

  /** Returns the list of these videos, each converted by {@code shape}. */
  public static LongList<Video> list(
      Videos videos, List<VideoId> ids, Function<Video, Object> shape) {
    FoundVideos found = new FoundVideos(videos, ids);
    return new LongList<>(found::read, found::following, shape);
  }

  private List<Video> read(ListPart part) {
    int from = Math.toIntExact(part.skip());
    List<VideoId> wanted = ids.subList(from, Math.min(ids.size(), from + part.count()));
    Map<VideoId, Video> found =
        videos.findAll(wanted).stream().collect(Collectors.toMap(Video::videoId, video -> video));
    // Videos that have notes are never removed.
    return wanted.stream().map(id -> Objects.requireNonNull(found.get(id))).toList();
  }

  private ListPart following(Video video, int count) {
    return ListPart.first(ids.indexOf(video.videoId()) + 1L, count);
  }
}
