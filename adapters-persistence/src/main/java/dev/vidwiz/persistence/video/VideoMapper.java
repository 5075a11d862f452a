package dev.vidwiz.persistence.video;

import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.database.RecordMapper;
import dev.vidwiz.persistence.database.Row;
import java.sql.SQLException;

/** Maps a row to a video. */
final class VideoMapper implements RecordMapper<Video> {

  static final String COLUMNS =
      "id, video_id, title, video_metadata, transcript_available, transcript_error, summary,"
          + " suggested_questions, created_at, updated_at";

  @Override
  public Video map(Row row) throws SQLException {
    return new Video(
        row.getLong("id"),
        new VideoId(row.getText("video_id")),
        row.findText("title"),
        row.findJson("video_metadata"),
        row.getBoolean("transcript_available"),
        row.findText("transcript_error"),
        row.findText("summary"),
        row.findJson("suggested_questions"),
        row.getTime("created_at"),
        row.getTime("updated_at"));
  }
}
