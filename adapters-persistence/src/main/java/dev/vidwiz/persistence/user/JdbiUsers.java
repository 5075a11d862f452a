package dev.vidwiz.persistence.user;

import dev.vidwiz.application.user.GoogleProfile;
import dev.vidwiz.application.user.NewUser;
import dev.vidwiz.application.user.ProfileChange;
import dev.vidwiz.application.user.Users;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.user.Email;
import dev.vidwiz.domain.user.User;
import dev.vidwiz.persistence.database.JdbiTransactions;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Users in the table {@code users}. */
public sealed class JdbiUsers implements Users permits PostgresUsers {

  static final String COLUMNS =
      "id, email, name, password_hash, google_id, profile_image_url, long_term_token, created_at, "
          + AiNotes.CONDITION.formatted("profile_data")
          + " AS ai_notes_enabled";

  private static final String FIND = "SELECT " + COLUMNS + " FROM users WHERE id = :id";

  private static final String FIND_BY_EMAIL =
      "SELECT " + COLUMNS + " FROM users WHERE email = :email";

  private static final String FIND_BY_GOOGLE_ID =
      "SELECT " + COLUMNS + " FROM users WHERE google_id = :googleId";

  private static final String INSERT_IF_FREE =
      """
      INSERT INTO users
        (email, name, password_hash, google_id, profile_image_url, profile_data, created_at)
      VALUES
        (:email, :name, :passwordHash, :googleId, :pictureUrl, :profileData, :createdAt)
      ON CONFLICT DO NOTHING
      RETURNING %s
      """
          .formatted(COLUMNS);

  private static final String REPLACE_PASSWORD_HASH =
      """
      UPDATE users SET password_hash = :replacement
      WHERE id = :id AND password_hash = :current
      """;

  /** Also locks the row until the transaction ends. */
  private static final String RENAME =
      "UPDATE users SET name = COALESCE(:name, name) WHERE id = :id RETURNING profile_data";

  private static final String STORE_PROFILE_DATA =
      "UPDATE users SET profile_data = :profileData WHERE id = :id";

  private static final String LINK_GOOGLE =
      """
      UPDATE users
      SET google_id = :googleId,
          name = COALESCE(name, :name),
          profile_image_url = COALESCE(:pictureUrl, profile_image_url)
      WHERE id = :id
        AND NOT EXISTS (SELECT 1 FROM users AS other
                        WHERE other.google_id = :googleId AND other.id <> :id)
      RETURNING %s
      """
          .formatted(COLUMNS);

  private static final String STORE_TOKEN_IF_NONE =
      "UPDATE users SET long_term_token = :token WHERE id = :id AND long_term_token IS NULL";

  private static final String REMOVE_TOKEN =
      "UPDATE users SET long_term_token = NULL WHERE id = :id AND long_term_token IS NOT NULL";

  private final JdbiTransactions transactions;

  /** Joins the given transactions. */
  public JdbiUsers(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<User> find(long id) {
    return transactions.find(FIND, new UserMapper(), query -> query.bind("id", id));
  }

  @Override
  public Optional<User> findByEmail(Email email) {
    return transactions.find(
        FIND_BY_EMAIL, new UserMapper(), query -> query.bind("email", email.value()));
  }

  @Override
  public Optional<User> findByGoogleId(String googleId) {
    return transactions.find(
        FIND_BY_GOOGLE_ID, new UserMapper(), query -> query.bind("googleId", googleId));
  }

  @Override
  public Optional<User> insertIfFree(NewUser user) {
    GoogleProfile google = user.google();
    return transactions.updateReturning(
        INSERT_IF_FREE,
        new UserMapper(),
        query ->
            query
                .bind("email", user.email().value())
                .bind("name", user.name())
                .bind("passwordHash", user.passwordHash())
                .bind("googleId", google == null ? null : google.googleId())
                .bind("pictureUrl", google == null ? null : google.pictureUrl())
                .bind("profileData", AiNotes.in(null, user.aiNotesEnabled()))
                .bind("createdAt", user.createdAt()));
  }

  @Override
  public void replacePasswordHash(long id, String current, String replacement) {
    transactions.update(
        REPLACE_PASSWORD_HASH,
        update -> update.bind("id", id).bind("current", current).bind("replacement", replacement));
  }

  @Override
  public Optional<User> updateProfile(long id, ProfileChange change) {
    return transactions.inTransaction(
        () -> {
          transactions.write(handle -> updateProfile(handle, id, change));
          return find(id);
        });
  }

  /** Runs in a transaction, which is run again when another server has just linked the account. */
  @Override
  public Optional<User> linkGoogle(long id, GoogleProfile profile) {
    return transactions.inTransaction(
        () ->
            transactions.updateReturning(
                LINK_GOOGLE,
                new UserMapper(),
                query ->
                    query
                        .bind("id", id)
                        .bind("googleId", profile.googleId())
                        .bind("name", profile.name())
                        .bind("pictureUrl", profile.pictureUrl())));
  }

  @Override
  public boolean storeLongTermTokenIfNone(long id, String token) {
    return transactions.update(
            STORE_TOKEN_IF_NONE, update -> update.bind("id", id).bind("token", token))
        > 0;
  }

  @Override
  public boolean removeLongTermToken(long id) {
    return transactions.update(REMOVE_TOKEN, update -> update.bind("id", id)) > 0;
  }

  private static int updateProfile(Handle handle, long id, ProfileChange change) {
    Optional<Optional<JsonText>> data =
        handle
            .createQuery(RENAME)
            .bind("id", id)
            .bind("name", change.name() == null ? null : change.name().value())
            .map(row -> Optional.ofNullable(row.getColumn("profile_data", JsonText.class)))
            .findOne();
    if (data.isEmpty() || change.aiNotesEnabled() == null) {
      return 0;
    }
    return handle
        .createUpdate(STORE_PROFILE_DATA)
        .bind("id", id)
        .bind("profileData", AiNotes.in(data.get().orElse(null), change.aiNotesEnabled()))
        .execute();
  }
}
