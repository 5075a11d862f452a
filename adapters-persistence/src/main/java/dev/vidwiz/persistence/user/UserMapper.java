package dev.vidwiz.persistence.user;

import dev.vidwiz.domain.user.Email;
import dev.vidwiz.domain.user.User;
import java.time.Instant;
import org.jdbi.v3.core.mapper.RowViewMapper;
import org.jdbi.v3.core.result.RowView;

/** Reads a user. */
final class UserMapper implements RowViewMapper<User> {
  @Override
  public User map(RowView row) {
    return new User(
        row.getColumn("id", Long.class),
        new Email(row.getColumn("email", String.class)),
        row.getColumn("name", String.class),
        row.getColumn("password_hash", String.class),
        row.getColumn("google_id", String.class),
        row.getColumn("profile_image_url", String.class),
        row.getColumn("long_term_token", String.class),
        row.getColumn("ai_notes_enabled", Boolean.class),
        row.getColumn("created_at", Instant.class));
  }
}
