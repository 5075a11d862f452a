package dev.vidwiz.persistence.video;

import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import org.jdbi.v3.core.mapper.RowViewMapper;
import org.jdbi.v3.core.result.RowView;

/** Reads a video. */
final class VideoMapper implements RowViewMapper<Video> {

  static final String COLUMNS =
      "id, video_id, title, video_metadata, transcript_available, transcript_error, summary,"
          + " created_at, updated_at";

  @Override
  public Video map(RowView row) {
    return new Video(
        row.getColumn("id", Long.class),
        new VideoId(row.getColumn("video_id", String.class)),
        row.getColumn("title", String.class),
        row.getColumn("video_metadata", JsonText.class),
        row.getColumn("transcript_available", Boolean.class),
        row.getColumn("transcript_error", String.class),
        row.getColumn("summary", String.class),
        row.getColumn("created_at", Instant.class),
        row.getColumn("updated_at", Instant.class));
  }
}
