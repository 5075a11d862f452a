package dev.vidwiz.transfer.importing;

import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.HttpAddresses;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Converts videos. When several rows are the same video, some with its id and others with its URL,
 * the first row with the id represents all of them, else the first row.
 */
final class VideoRules extends TableRules {

  /** The row that represents a video; {@code exact} if it has the id, not a URL. */
  private record Representative(long position, boolean exact) {}

  private final Map<String, Representative> representatives = new HashMap<>();
  private final Map<String, List<RowReader>> others = new HashMap<>();

  VideoRules(ImportedIds imported) {
    super(OldTable.VIDEOS, imported);
  }

  @Override
  boolean looksAhead() {
    return true;
  }

  @Override
  void lookAhead(RowReader row) {
    Optional<String> id = RowReader.videoId(row.raw("video_id")).map(VideoId::value);
    if (id.isEmpty()) {
      return;
    }
    boolean exact = id.get().equals(row.raw("video_id"));
    Representative first = representatives.get(id.get());
    if (first == null || (exact && !first.exact())) {
      representatives.put(id.get(), new Representative(row.position(), exact));
    }
    if (!exact || (first != null && first.exact())) {
      others.computeIfAbsent(id.get(), video -> new ArrayList<>(1)).add(row);
    }
  }

  @Override
  NewRow convert(RowReader reader) throws UnusableRowException {
    NewRow row = reader.newRow();
    VideoId videoId = reader.videoId();
    Representative first = representatives.get(videoId.value());
    if (first != null && first.position() != reader.position()) {
      throw new UnusableRowException(
          "it is the same video as another row, which got the values that it lacked");
    }
    String title = reader.nonBlank("title");
    JsonText metadata = reader.object("video_metadata");
    String summary = reader.nonBlank("summary");
    JsonText questions = OldQuestions.read(reader);
    for (RowReader other : others.getOrDefault(videoId.value(), List.of())) {
      title = title == null ? other.nonBlank("title") : title;
      metadata = metadata == null ? other.object("video_metadata") : metadata;
      summary = summary == null ? other.nonBlank("summary") : summary;
      questions = questions == null ? OldQuestions.read(other) : questions;
    }
    Instant createdAt = reader.createdAt();
    return row.with("video_id", videoId.value())
        .with("title", title)
        .with("title_folded", title == null ? null : Title.fold(title))
        .with("video_metadata", metadata == null ? null : withWebAddresses(reader, metadata))
        .with("transcript_available", transcriptAvailable(reader, videoId))
        .with("summary", summary)
        .with(OldQuestions.COLUMN, questions)
        .with("created_at", createdAt)
        .with("updated_at", reader.updatedAt(createdAt));
  }

  private static JsonText withWebAddresses(RowReader reader, JsonText metadata) {
    JsonText kept = HttpAddresses.keepOnly(metadata);
    if (!kept.equals(metadata)) {
      reader.alter("video_metadata", "had addresses other than of the web: left out or made https");
    }
    return kept;
  }

  /** Notes refer to videos by YouTube id, so they find one that has another row id. */
  @Override
  List<UniqueKey> uniqueKeys() {
    return List.of(
        UniqueKey.of(
            "video_id",
            row -> {
              recordPresent(row);
              throw new UnusableRowException("the video already exists here, with another id");
            }));
  }

  @Override
  void recordPresent(NewRow row) {
    imported().videos().add(Objects.requireNonNull(row.text("video_id")));
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
