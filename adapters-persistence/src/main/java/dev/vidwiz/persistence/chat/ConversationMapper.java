package dev.vidwiz.persistence.chat;

import dev.vidwiz.domain.chat.Conversation;
import dev.vidwiz.domain.chat.Owner;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import org.jdbi.v3.core.mapper.RowViewMapper;
import org.jdbi.v3.core.result.RowView;

/** Reads a conversation. */
final class ConversationMapper implements RowViewMapper<Conversation> {

  static final String COLUMNS = "id, video_id, user_id, guest_session_id, created_at, updated_at";

  @Override
  public Conversation map(RowView row) {
    Long userId = row.getColumn("user_id", Long.class);
    return new Conversation(
        row.getColumn("id", Long.class),
        new VideoId(row.getColumn("video_id", String.class)),
        userId == null
            ? new Owner.Guest(row.getColumn("guest_session_id", String.class))
            : new Owner.RegisteredUser(userId),
        row.getColumn("created_at", Instant.class),
        row.getColumn("updated_at", Instant.class));
  }
}
