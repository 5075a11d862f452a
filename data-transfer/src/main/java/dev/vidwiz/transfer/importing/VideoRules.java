package dev.vidwiz.transfer.importing;

import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Videos. Where several rows are the same video, as one has its id and others its address, the one
 * with the id stands for all, else the oldest.
 */
final class VideoRules implements Rules {

  /** The row that stands for a video, and whether it has its very id. */
  private record Standing(long position, boolean exact) {}

  private final Known known;
  private final Map<String, Standing> standing = new HashMap<>();
  private final Map<String, List<OldRow>> others = new HashMap<>();

  VideoRules(Known known) {
    this.known = known;
  }

  @Override
  public OldTable table() {
    return OldTable.VIDEOS;
  }

  @Override
  public boolean looksAhead() {
    return true;
  }

  @Override
  public void lookAhead(OldRow row) {
    Optional<String> id = Cells.videoId(row.value("video_id")).map(VideoId::value);
    if (id.isEmpty()) {
      return;
    }
    boolean exact = id.get().equals(row.value("video_id"));
    Standing first = standing.get(id.get());
    if (first == null || (exact && !first.exact())) {
      standing.put(id.get(), new Standing(row.position(), exact));
    }
    if (!exact || (first != null && first.exact())) {
      others.computeIfAbsent(id.get(), video -> new ArrayList<>(1)).add(row);
    }
  }

  @Override
  public NewRow convert(Cells cells) throws Unusable {
    long id = cells.id();
    VideoId videoId = cells.videoId();
    Standing first = standing.get(videoId.value());
    if (first != null && first.position() != cells.position()) {
      throw new Unusable("it is the same video as another row, which took over what it lacked");
    }
    String title = cells.filled("title");
    JsonText metadata = cells.object("video_metadata");
    String summary = cells.filled("summary");
    for (OldRow row : others.getOrDefault(videoId.value(), List.of())) {
      Cells other = new Cells(row);
      title = title == null ? other.filled("title") : title;
      metadata = metadata == null ? other.object("video_metadata") : metadata;
      summary = summary == null ? other.filled("summary") : summary;
    }
    Instant createdAt = cells.createdAt();
    return NewRow.of(id)
        .with("video_id", videoId.value())
        .with("title", title)
        .with("title_folded", title == null ? null : Title.fold(title))
        .with("video_metadata", metadata)
        .with("transcript_available", transcriptAvailable(cells, videoId))
        .with("summary", summary)
        .with("created_at", createdAt)
        .with("updated_at", cells.updatedAt(createdAt))
        .build(cells);
  }

  @Override
  public Held held(List<NewRow> rows, Target target) {
    List<String> ids = rows.stream().map(row -> row.sureText("video_id")).toList();
    return new Held(Map.of("video_id", target.owners(table().ours(), "video_id", ids)));
  }

  /** Notes of a video that is here under another number find it all the same. */
  @Override
  public NewRow fitIn(NewRow row, Held held) throws Unusable {
    if (held.byOther("video_id", row.text("video_id"), row.id())) {
      isHere(row);
      throw new Unusable("the video is here already, under another id");
    }
    return row;
  }

  @Override
  public void isHere(NewRow row) {
    known.videos().add(row.sureText("video_id"));
  }

  /** A transcript is stored under the name that the video had. */
  private static boolean transcriptAvailable(Cells cells, VideoId videoId) {
    boolean available = cells.flag("transcript_available");
    if (available && !videoId.value().equals(cells.raw("video_id"))) {
      cells.alter("transcript_available", "was true under another video_id: fetched again");
      return false;
    }
    return available;
  }
}
