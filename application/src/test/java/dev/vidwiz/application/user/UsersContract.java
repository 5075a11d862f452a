package dev.vidwiz.application.user;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.addUser;
import static dev.vidwiz.application.storage.Samples.newEmail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.storage.Race;
import dev.vidwiz.application.storage.StorageContract;
import dev.vidwiz.domain.user.Email;
import dev.vidwiz.domain.user.User;
import dev.vidwiz.domain.user.UserName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Users} promises. */
public abstract class UsersContract extends StorageContract {

  private static final GoogleProfile GOOGLE =
      new GoogleProfile("google-1", "Ann of Google", "https://example.com/ann.png");

  private Users users;

  @BeforeEach
  final void takeUsers() {
    users = storage.users();
  }

  @Test
  void keeps_a_user_with_a_password() {
    Email email = newEmail();

    User user = insert(new NewUser(email, "Ann", "hash", null, true, NOW));

    assertThat(user.id()).isPositive();
    assertThat(user.email()).isEqualTo(email);
    assertThat(user.name()).isEqualTo("Ann");
    assertThat(user.passwordHash()).isEqualTo("hash");
    assertThat(user.googleId()).isNull();
    assertThat(user.profileImageUrl()).isNull();
    assertThat(user.longTermToken()).isNull();
    assertThat(user.aiNotesEnabled()).isTrue();
    assertThat(user.createdAt()).isEqualTo(NOW);
    assertThat(users.find(user.id())).contains(user);
    assertThat(users.findByEmail(email)).contains(user);
  }

  @Test
  void keeps_a_user_of_google() {
    User user = insert(new NewUser(newEmail(), "Ann", null, GOOGLE, false, NOW));

    assertThat(user.passwordHash()).isNull();
    assertThat(user.googleId()).isEqualTo("google-1");
    assertThat(user.name()).isEqualTo("Ann");
    assertThat(user.profileImageUrl()).isEqualTo("https://example.com/ann.png");
    assertThat(user.aiNotesEnabled()).isFalse();
    assertThat(users.findByGoogleId("google-1")).contains(user);
  }

  @Test
  void finds_no_user_in_an_empty_storage() {
    addUser(storage, true);

    assertThat(users.find(Long.MAX_VALUE)).isEmpty();
    assertThat(users.findByEmail(newEmail())).isEmpty();
    assertThat(users.findByGoogleId("nobody")).isEmpty();
  }

  @Test
  void refuses_a_taken_address_and_keeps_its_user() {
    User ann = addUser(storage, true);

    Optional<User> second =
        users.insertIfFree(new NewUser(ann.email(), "Eve", "other", GOOGLE, false, NOW));

    assertThat(second).isEmpty();
    assertThat(users.find(ann.id())).contains(ann);
    assertThat(users.findByGoogleId("google-1")).isEmpty();
  }

  @Test
  void refuses_a_taken_google_account_and_keeps_its_user() {
    User ann = insert(new NewUser(newEmail(), "Ann", null, GOOGLE, false, NOW));
    Email email = newEmail();

    Optional<User> second = users.insertIfFree(new NewUser(email, "Eve", null, GOOGLE, true, NOW));

    assertThat(second).isEmpty();
    assertThat(users.findByGoogleId("google-1")).contains(ann);
    assertThat(users.findByEmail(email)).isEmpty();
  }

  @Test
  void adds_one_of_many_who_register_an_address_at_once() throws InterruptedException {
    Email email = newEmail();

    List<Optional<User>> results =
        Race.run(
            50,
            runner ->
                users.insertIfFree(
                    new NewUser(email, "Ann " + runner, "hash " + runner, null, false, NOW)));

    List<User> added = results.stream().flatMap(Optional::stream).toList();
    assertThat(added).hasSize(1);
    assertThat(users.findByEmail(email)).contains(added.getFirst());
  }

  @Test
  void adds_one_of_many_who_sign_in_with_a_google_account_at_once() throws InterruptedException {
    List<Optional<User>> results =
        Race.run(
            30,
            runner -> users.insertIfFree(new NewUser(newEmail(), "Ann", null, GOOGLE, false, NOW)));

    assertThat(results.stream().flatMap(Optional::stream)).hasSize(1);
  }

  @Test
  void replaces_a_password_hash_that_is_still_the_same() {
    User ann = addUser(storage, false);

    users.replacePasswordHash(ann.id(), "hash", "better hash");
    users.replacePasswordHash(ann.id(), "hash", "late hash");
    users.replacePasswordHash(Long.MAX_VALUE, "hash", "nobody's hash");

    assertThat(users.find(ann.id()).orElseThrow().passwordHash()).isEqualTo("better hash");
  }

  @Test
  void changes_the_given_values_of_a_profile() {
    User ann = addUser(storage, false);

    User renamed = update(ann, new ProfileChange(new UserName("Anna"), null));
    User withAi = update(ann, new ProfileChange(null, true));
    User unchanged = update(ann, new ProfileChange(null, null));
    User both = update(ann, new ProfileChange(new UserName("Änne"), false));

    assertThat(renamed.name()).isEqualTo("Anna");
    assertThat(renamed.aiNotesEnabled()).isFalse();
    assertThat(withAi.name()).isEqualTo("Anna");
    assertThat(withAi.aiNotesEnabled()).isTrue();
    assertThat(unchanged).isEqualTo(withAi);
    assertThat(both.name()).isEqualTo("Änne");
    assertThat(both.aiNotesEnabled()).isFalse();
    assertThat(users.find(ann.id())).contains(both);
  }

  @Test
  void does_not_change_profiles_of_others() {
    User ann = addUser(storage, false);
    User eve = addUser(storage, false);

    User changed = update(ann, new ProfileChange(new UserName("Anna"), true));

    assertThat(changed.email()).isEqualTo(ann.email());
    assertThat(users.find(eve.id())).contains(eve);
    assertThat(users.updateProfile(Long.MAX_VALUE, new ProfileChange(null, true))).isEmpty();
  }

  @Test
  void links_a_google_account_and_copies_the_picture_but_not_the_name() {
    User ann = addUser(storage, true);

    User linked = users.linkGoogle(ann.id(), GOOGLE).orElseThrow();

    assertThat(linked.googleId()).isEqualTo("google-1");
    assertThat(linked.name()).isEqualTo("Ann");
    assertThat(linked.profileImageUrl()).isEqualTo("https://example.com/ann.png");
    assertThat(linked.passwordHash()).isEqualTo("hash");
    assertThat(linked.aiNotesEnabled()).isTrue();
    assertThat(users.findByGoogleId("google-1")).contains(linked);
  }

  @Test
  void keeps_the_picture_when_google_has_none() {
    User ann = insert(new NewUser(newEmail(), "Ann", null, GOOGLE, false, NOW));

    User linked =
        users.linkGoogle(ann.id(), new GoogleProfile("google-1", null, null)).orElseThrow();

    assertThat(linked).isEqualTo(ann);
  }

  @Test
  void links_no_google_account_that_belongs_to_somebody_else() {
    insert(new NewUser(newEmail(), "Ann", null, GOOGLE, false, NOW));
    User eve = addUser(storage, false);

    assertThat(users.linkGoogle(eve.id(), GOOGLE)).isEmpty();
    assertThat(users.find(eve.id())).contains(eve);
  }

  @Test
  void links_no_missing_user() {
    assertThat(users.linkGoogle(Long.MAX_VALUE, GOOGLE)).isEmpty();
  }

  @Test
  void links_one_of_many_users_who_claim_a_google_account_at_once() throws InterruptedException {
    List<User> rivals = Race.run(20, runner -> addUser(storage, false));

    List<Optional<User>> linked =
        Race.run(20, runner -> users.linkGoogle(rivals.get(runner).id(), GOOGLE));

    assertThat(linked.stream().flatMap(Optional::stream)).hasSize(1);
  }

  @Test
  void keeps_one_long_term_token() {
    User ann = addUser(storage, false);

    assertThat(users.storeLongTermTokenIfNone(ann.id(), "token-1")).isTrue();
    assertThat(users.storeLongTermTokenIfNone(ann.id(), "token-2")).isFalse();
    assertThat(users.find(ann.id()).orElseThrow().longTermToken()).isEqualTo("token-1");

    assertThat(users.removeLongTermToken(ann.id())).isTrue();
    assertThat(users.removeLongTermToken(ann.id())).isFalse();
    assertThat(users.find(ann.id()).orElseThrow().longTermToken()).isNull();

    assertThat(users.storeLongTermTokenIfNone(ann.id(), "token-3")).isTrue();
  }

  @Test
  void stores_and_removes_no_token_of_a_missing_user() {
    assertThat(users.storeLongTermTokenIfNone(Long.MAX_VALUE, "token")).isFalse();
    assertThat(users.removeLongTermToken(Long.MAX_VALUE)).isFalse();
  }

  @Test
  void stores_one_of_many_concurrent_tokens() throws InterruptedException {
    User ann = addUser(storage, false);

    List<Boolean> stored =
        Race.run(30, runner -> users.storeLongTermTokenIfNone(ann.id(), "token " + runner));

    assertThat(stored).containsOnlyOnce(true);
    int winner = stored.indexOf(true);
    assertThat(users.find(ann.id()).orElseThrow().longTermToken()).isEqualTo("token " + winner);
  }

  private User insert(NewUser user) {
    return users.insertIfFree(user).orElseThrow();
  }

  private User update(User user, ProfileChange change) {
    return users.updateProfile(user.id(), change).orElseThrow();
  }
}
