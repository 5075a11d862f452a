package dev.vidwiz.transfer.importing;

import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.user.Email;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Users. Of two with the same e-mail address the second stays behind: whoever registered under a
 * spelling of it need not be the same person, and must not come into the other's notes.
 */
final class UserRules implements Rules {

  private static final List<String> UNIQUE = List.of("google_id", "long_term_token");

  private final Known known;
  private final Set<String> emails = new HashSet<>();
  private final Map<String, Set<String>> taken = new HashMap<>();

  UserRules(Known known) {
    this.known = known;
  }

  @Override
  public OldTable table() {
    return OldTable.USERS;
  }

  @Override
  public NewRow convert(Cells cells) throws Unusable {
    return NewRow.of(cells.id())
        .with("email", email(cells))
        .with("name", cells.filled("name"))
        .with("password_hash", cells.filled("password_hash"))
        .with("google_id", unique(cells, "google_id"))
        .with("profile_image_url", cells.filled("profile_image_url"))
        .with("long_term_token", unique(cells, "long_term_token"))
        .with("profile_data", cells.object("profile_data"))
        .with("created_at", cells.createdAt())
        .build(cells);
  }

  @Override
  public Held held(List<NewRow> rows, Target target) {
    Map<String, Map<String, Long>> owners = new HashMap<>();
    for (String column : List.of("email", "google_id", "long_term_token")) {
      List<String> values =
          rows.stream().map(row -> row.text(column)).filter(Objects::nonNull).toList();
      owners.put(column, target.owners(table().ours(), column, values));
    }
    return new Held(owners);
  }

  @Override
  public NewRow fitIn(NewRow row, Held held) throws Unusable {
    if (held.byOther("email", row.text("email"), row.id())) {
      throw new Unusable("its e-mail is that of another user here");
    }
    NewRow fitting = row;
    for (String column : UNIQUE) {
      if (held.byOther(column, row.text(column), row.id())) {
        fitting = fitting.without(column, column + " is that of another user here: left out");
      }
    }
    return fitting;
  }

  @Override
  public void isHere(NewRow row) {
    known.users().add(row.id());
  }

  private String email(Cells cells) throws Unusable {
    String text = cells.raw("email");
    if (text == null || !(Email.parse(text) instanceof Parsed.Accepted<Email>(Email email))) {
      throw new Unusable("its e-mail is no address");
    }
    if (!emails.add(email.value())) {
      throw new Unusable("its e-mail is that of an older user, but for letter case or blanks");
    }
    if (!email.value().equals(text)) {
      cells.alter("email", "had capital letters or blanks");
    }
    return email.value();
  }

  private @Nullable String unique(Cells cells, String column) {
    String key = cells.key(column);
    if (key == null || taken.computeIfAbsent(column, name -> new HashSet<>()).add(key)) {
      return key;
    }
    cells.alter(column, "is that of an older user: left out");
    return null;
  }
}
