package dev.vidwiz.application.user;

import dev.vidwiz.application.storage.InMemoryTable;
import dev.vidwiz.application.storage.InMemoryTransactions;
import dev.vidwiz.domain.user.Email;
import dev.vidwiz.domain.user.User;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Users in memory. */
public final class InMemoryUsers implements Users {

  private final InMemoryTransactions transactions;
  private final InMemoryTable<Long, User> rows;

  /** Works on the given table. */
  public InMemoryUsers(InMemoryTransactions transactions, InMemoryTable<Long, User> rows) {
    this.transactions = transactions;
    this.rows = rows;
  }

  @Override
  public Optional<User> find(long id) {
    return transactions.inTransaction(() -> rows.get(id));
  }

  @Override
  public Optional<User> findByEmail(Email email) {
    return transactions.inTransaction(() -> first(user -> user.email().equals(email)));
  }

  @Override
  public Optional<User> findByGoogleId(String googleId) {
    return transactions.inTransaction(() -> first(user -> googleId.equals(user.googleId())));
  }

  @Override
  public Optional<User> insertIfFree(NewUser user) {
    return transactions.inTransaction(
        () -> {
          GoogleProfile google = user.google();
          String googleId = google == null ? null : google.googleId();
          if (first(other -> isTaken(other, user.email(), googleId)).isPresent()) {
            return Optional.empty();
          }
          return Optional.of(
              put(
                  new User(
                      rows.nextId(),
                      user.email(),
                      user.name(),
                      user.passwordHash(),
                      googleId,
                      google == null ? null : google.pictureUrl(),
                      null,
                      user.aiNotesEnabled(),
                      user.createdAt())));
        });
  }

  @Override
  public void replacePasswordHash(long id, String current, String replacement) {
    transactions.inTransaction(
        () ->
            rows.get(id)
                .filter(user -> current.equals(user.passwordHash()))
                .ifPresent(user -> put(withPasswordHash(user, replacement))));
  }

  @Override
  public Optional<User> updateProfile(long id, ProfileChange change) {
    return transactions.inTransaction(() -> rows.get(id).map(user -> put(changed(user, change))));
  }

  @Override
  public Optional<User> linkGoogle(long id, GoogleProfile profile) {
    return transactions.inTransaction(
        () ->
            rows.get(id)
                .filter(
                    user ->
                        findByGoogleId(profile.googleId())
                            .filter(other -> other.id() != id)
                            .isEmpty())
                .map(user -> put(linked(user, profile))));
  }

  @Override
  public boolean storeLongTermTokenIfNone(long id, String token) {
    return replaceToken(id, user -> user.longTermToken() == null, token);
  }

  @Override
  public boolean removeLongTermToken(long id) {
    return replaceToken(id, user -> user.longTermToken() != null, null);
  }

  private boolean replaceToken(long id, Predicate<User> condition, @Nullable String token) {
    return transactions.inTransaction(
        () ->
            rows.get(id)
                .filter(condition)
                .map(user -> put(withLongTermToken(user, token)))
                .isPresent());
  }

  private Optional<User> first(Predicate<User> condition) {
    return rows.rows().filter(condition).findFirst();
  }

  private User put(User user) {
    return rows.put(user.id(), user);
  }

  private static boolean isTaken(User other, Email email, @Nullable String googleId) {
    return other.email().equals(email) || (googleId != null && googleId.equals(other.googleId()));
  }

  private static User withPasswordHash(User u, String hash) {
    return new User(
        u.id(),
        u.email(),
        u.name(),
        hash,
        u.googleId(),
        u.profileImageUrl(),
        u.longTermToken(),
        u.aiNotesEnabled(),
        u.createdAt());
  }

  private static User withLongTermToken(User u, @Nullable String token) {
    return new User(
        u.id(),
        u.email(),
        u.name(),
        u.passwordHash(),
        u.googleId(),
        u.profileImageUrl(),
        token,
        u.aiNotesEnabled(),
        u.createdAt());
  }

  private static User changed(User u, ProfileChange change) {
    return new User(
        u.id(),
        u.email(),
        change.name() == null ? u.name() : change.name().value(),
        u.passwordHash(),
        u.googleId(),
        u.profileImageUrl(),
        u.longTermToken(),
        change.aiNotesEnabled() == null ? u.aiNotesEnabled() : change.aiNotesEnabled(),
        u.createdAt());
  }

  private static User linked(User u, GoogleProfile profile) {
    return new User(
        u.id(),
        u.email(),
        u.name() == null ? profile.name() : u.name(),
        u.passwordHash(),
        profile.googleId(),
        profile.pictureUrl() == null ? u.profileImageUrl() : profile.pictureUrl(),
        u.longTermToken(),
        u.aiNotesEnabled(),
        u.createdAt());
  }
}
