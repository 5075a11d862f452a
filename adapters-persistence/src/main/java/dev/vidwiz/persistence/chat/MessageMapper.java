package dev.vidwiz.persistence.chat;

import dev.vidwiz.domain.chat.Message;
import dev.vidwiz.domain.chat.Role;
import dev.vidwiz.persistence.database.RecordMapper;
import dev.vidwiz.persistence.database.Row;
import java.sql.SQLException;

/** Maps a row to a message. */
final class MessageMapper implements RecordMapper<Message> {

  static final String COLUMNS = "id, conversation_id, role, content, metadata, created_at";

  @Override
  public Message map(Row row) throws SQLException {
    return new Message(
        row.getLong("id"),
        row.getLong("conversation_id"),
        Role.ofCode(row.getText("role")),
        row.getText("content"),
        AnswerDetailsJson.read(row.findJson("metadata")),
        row.getTime("created_at"));
  }
}
