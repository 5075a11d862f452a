package dev.vidwiz.persistence.user;

import dev.vidwiz.domain.user.Email;
import dev.vidwiz.domain.user.User;
import dev.vidwiz.persistence.database.RecordMapper;
import dev.vidwiz.persistence.database.Row;
import java.sql.SQLException;

/** Maps a row to a user. */
final class UserMapper implements RecordMapper<User> {
  @Override
  public User map(Row row) throws SQLException {
    return new User(
        row.getLong("id"),
        new Email(row.getText("email")),
        row.findText("name"),
        row.findText("password_hash"),
        row.findText("google_id"),
        row.findText("profile_image_url"),
        row.findText("long_term_token"),
        row.getBoolean("ai_notes_enabled"),
        row.getTime("created_at"));
  }
}
