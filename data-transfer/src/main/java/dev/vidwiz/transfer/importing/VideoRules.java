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
 * Converts videos. When several rows are the same video, some with its id and others with its URL,
 * the first row with the id represents all of them, else the first row.
 */
final class VideoRules implements TableRules {

  /** The row that represents a video; {@code exact} if it has the id, not a URL. */
  private record Representative(long position, boolean exact) {}

  private final ImportedIds imported;
  private final Map<String, Representative> representatives = new HashMap<>();
  private final Map<String, List<OldRow>> others = new HashMap<>();

  VideoRules(ImportedIds imported) {
    this.imported = imported;
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
    Optional<String> id = RowReader.videoId(row.value("video_id")).map(VideoId::value);
    if (id.isEmpty()) {
      return;
    }
    boolean exact = id.get().equals(row.value("video_id"));
    Representative first = representatives.get(id.get());
    if (first == null || (exact && !first.exact())) {
      representatives.put(id.get(), new Representative(row.position(), exact));
    }
    if (!exact || (first != null && first.exact())) {
      others.computeIfAbsent(id.get(), video -> new ArrayList<>(1)).add(row);
    }
  }

  @Override
  public NewRow convert(RowReader reader) throws UnusableRowException {
    long id = reader.id();
    VideoId videoId = reader.videoId();
    Representative first = representatives.get(videoId.value());
    if (first != null && first.position() != reader.position()) {
      throw new UnusableRowException(
          "it is the same video as another row, which took over what it lacked");
    }
    String title = reader.nonBlank("title");
    JsonText metadata = reader.object("video_metadata");
    String summary = reader.nonBlank("summary");
    for (OldRow row : others.getOrDefault(videoId.value(), List.of())) {
      RowReader other = new RowReader(row);
      title = title == null ? other.nonBlank("title") : title;
      metadata = metadata == null ? other.object("video_metadata") : metadata;
      summary = summary == null ? other.nonBlank("summary") : summary;
    }
    Instant createdAt = reader.createdAt();
    return NewRow.of(id)
        .with("video_id", videoId.value())
        .with("title", title)
        .with("title_folded", title == null ? null : Title.fold(title))
        .with("video_metadata", metadata)
        .with("transcript_available", transcriptAvailable(reader, videoId))
        .with("summary", summary)
        .with("created_at", createdAt)
        .with("updated_at", reader.updatedAt(createdAt))
        .build(reader);
  }

  @Override
  public UniqueValues takenValues(List<NewRow> rows, TargetDatabase target) {
    List<String> ids = rows.stream().map(row -> row.requiredText("video_id")).toList();
    return new UniqueValues(Map.of("video_id", target.owners(table().target(), "video_id", ids)));
  }

  /** Notes refer to videos by YouTube id, so they find one that has another row id. */
  @Override
  public NewRow resolveConflicts(NewRow row, UniqueValues taken) throws UnusableRowException {
    if (taken.byOther("video_id", row.text("video_id"), row.id())) {
      recordPresent(row);
      throw new UnusableRowException("the video is here already, under another id");
    }
    return row;
  }

  @Override
  public void recordPresent(NewRow row) {
    imported.videos().add(row.requiredText("video_id"));
  }

  /** The old server stored a transcript under the value of video_id, URLs included. */
  private static boolean transcriptAvailable(RowReader reader, VideoId videoId) {
    boolean available = reader.flag("transcript_available");
    if (available && !videoId.value().equals(reader.raw("video_id"))) {
      reader.alter("transcript_available", "was true under another video_id: fetched again");
      return false;
    }
    return available;
  }
}
