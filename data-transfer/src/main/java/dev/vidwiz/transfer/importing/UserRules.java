package dev.vidwiz.transfer.importing;

import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.user.Email;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Converts users. Of two users with the same e-mail address in different spellings, the second is
 * skipped: it can be another person, who must not get access to the notes of the first.
 */
final class UserRules extends TableRules {

  private final Set<String> emails = new HashSet<>();
  private final Map<String, Set<String>> seen = new HashMap<>();

  UserRules(ImportedIds imported) {
    super(OldTable.USERS, imported);
  }

  @Override
  NewRow convert(RowReader reader) throws UnusableRowException {
    return reader
        .newRow()
        .with("email", email(reader))
        .with("name", reader.nonBlank("name"))
        .with("password_hash", reader.nonBlank("password_hash"))
        .with("google_id", unique(reader, "google_id"))
        .with("profile_image_url", reader.nonBlank("profile_image_url"))
        .with("long_term_token", unique(reader, "long_term_token"))
        .with("profile_data", reader.object("profile_data"))
        .with("created_at", reader.createdAt());
  }

  @Override
  List<UniqueKey> uniqueKeys() {
    return List.of(
        UniqueKey.of(
            "email",
            row -> {
              throw new UnusableRowException("its e-mail is that of another user here");
            }),
        optional("google_id"),
        optional("long_term_token"));
  }

  private static UniqueKey optional(String column) {
    return UniqueKey.of(
        column, row -> row.without(column, "is that of another user here: left out"));
  }

  @Override
  void recordPresent(NewRow row) {
    imported().users().add(row.id());
  }

  private String email(RowReader reader) throws UnusableRowException {
    String text = reader.raw("email");
    if (text == null || !(Email.parse(text) instanceof Parsed.Accepted<Email>(Email email))) {
      throw new UnusableRowException("its e-mail is not an address");
    }
    if (!emails.add(email.value())) {
      throw new UnusableRowException(
          "its e-mail is that of an older user, but for letter case or blanks");
    }
    if (!email.value().equals(text)) {
      reader.alter("email", "had capital letters or blanks");
    }
    return email.value();
  }

  private @Nullable String unique(RowReader reader, String column) {
    String key = reader.key(column);
    if (key == null || seen.computeIfAbsent(column, name -> new HashSet<>()).add(key)) {
      return key;
    }
    reader.alter(column, "is that of an older user: left out");
    return null;
  }
}
