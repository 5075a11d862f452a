package dev.vidwiz.persistence.chat;

import dev.vidwiz.domain.chat.Message;
import dev.vidwiz.domain.chat.Role;
import dev.vidwiz.domain.json.JsonText;
import java.time.Instant;
import org.jdbi.v3.core.mapper.RowViewMapper;
import org.jdbi.v3.core.result.RowView;

/** Reads a message. */
final class MessageMapper implements RowViewMapper<Message> {

  static final String COLUMNS = "id, conversation_id, role, content, metadata, created_at";

  @Override
  public Message map(RowView row) {
    return new Message(
        row.getColumn("id", Long.class),
        row.getColumn("conversation_id", Long.class),
        Role.ofCode(row.getColumn("role", String.class)),
        row.getColumn("content", String.class),
        AnswerDetailsJson.read(row.getColumn("metadata", JsonText.class)),
        row.getColumn("created_at", Instant.class));
  }
}
