package dev.vidwiz.persistence.chat;

import dev.vidwiz.domain.chat.Conversation;
import dev.vidwiz.domain.chat.Owner;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.database.RecordMapper;
import dev.vidwiz.persistence.database.Row;
import java.sql.SQLException;

/** Maps a row to a conversation. */
final class ConversationMapper implements RecordMapper<Conversation> {

  static final String COLUMNS = "id, video_id, user_id, guest_session_id, created_at, updated_at";

  @Override
  public Conversation map(Row row) throws SQLException {
    Long userId = row.findLong("user_id");
    return new Conversation(
        row.getLong("id"),
        new VideoId(row.getText("video_id")),
        userId == null
            ? new Owner.Guest(row.getText("guest_session_id"))
            : new Owner.RegisteredUser(userId),
        row.getTime("created_at"),
        row.getTime("updated_at"));
  }
}
