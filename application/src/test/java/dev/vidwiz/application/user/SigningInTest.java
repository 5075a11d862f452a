package dev.vidwiz.application.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.storage.InMemoryStorage;
import dev.vidwiz.application.user.SignInWithGoogle.Outcome;
import dev.vidwiz.domain.user.Email;
import dev.vidwiz.domain.user.NewPassword;
import dev.vidwiz.domain.user.User;
import dev.vidwiz.domain.user.UserName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SigningInTest {

  private static final Email ANN = new Email("ann@example.com");
  private static final LogIn.Outcome WRONG = new LogIn.Outcome.Wrong();
  private static final UserDefaults DEFAULTS = new UserDefaults(true);

  private final InMemoryStorage storage = new InMemoryStorage();
  private final SettableClock clock = new SettableClock();
  private final PlainPasswords passwords = new PlainPasswords();
  private final RegisterUser register =
      new RegisterUser(storage.users(), passwords, DEFAULTS, clock);
  private final LogIn logIn = new LogIn(storage.users(), passwords, null, clock);
  private final Map<String, GoogleIdentity> issued = new HashMap<>();
  private final SignInWithGoogle google =
      new SignInWithGoogle(
          storage.users(), token -> Optional.ofNullable(issued.get(token)), DEFAULTS, clock);

  @Test
  void a_registered_user_logs_in_with_the_password() {
    User ann = registered();

    assertThat(ann.aiNotesEnabled()).isTrue();
    assertThat(logIn(ANN, "correct horse")).isEqualTo(new LogIn.Outcome.LoggedIn(ann));
    assertThat(logIn(ANN, "wrong horse")).isEqualTo(WRONG);
    assertThat(logIn(new Email("bob@example.com"), "correct horse")).isEqualTo(WRONG);
  }

  @Test
  void an_address_is_registered_once() {
    registered();

    assertThat(register()).isEqualTo(new RegisterUser.Outcome.EmailTaken());
  }

  @Test
  void an_unknown_address_costs_one_hash_like_a_wrong_password() {
    logIn(ANN, "correct horse");

    assertThat(passwords.verified).isEqualTo(1);
  }

  @Test
  void a_user_of_google_without_a_password_cannot_log_in_with_one() {
    issue("token", "g-1", ANN.value(), true, "Ann");
    google.signIn("token");

    assertThat(logIn(ANN, "")).isEqualTo(WRONG);
    assertThat(logIn(ANN, "unmatchable")).isEqualTo(WRONG);
  }

  @Test
  void an_outdated_hash_is_replaced_at_login() {
    User ann = registered();
    passwords.current = "new";

    logIn(ANN, "correct horse");

    assertThat(storage.users().find(ann.id()).orElseThrow().passwordHash())
        .isEqualTo("new:correct horse");
  }

  @Test
  void google_creates_a_user_with_the_name_of_the_token_or_of_the_address() {
    issue("named", "g-1", "Ann@Example.com", false, " Ann Smith ");
    issue("nameless", "g-2", "bob@example.com", false, null);

    assertThat(signedIn("named").name()).isEqualTo("Ann Smith");
    assertThat(signedIn("named").email()).isEqualTo(ANN);
    assertThat(signedIn("named").profileImageUrl()).isEqualTo("https://pictures.example/g-1");
    assertThat(signedIn("nameless").name()).isEqualTo("bob");
  }

  @Test
  void google_links_a_user_whose_address_it_has_verified() {
    User ann = registered();
    issue("token", "g-1", ANN.value(), true, "Somebody Else");

    User linked = signedIn("token");

    assertThat(linked.id()).isEqualTo(ann.id());
    assertThat(linked.googleId()).isEqualTo("g-1");
    assertThat(linked.name()).isEqualTo("Ann");
    assertThat(linked.profileImageUrl()).isEqualTo("https://pictures.example/g-1");
  }

  @Test
  void google_does_not_link_a_user_whose_address_it_has_not_verified() {
    User ann = registered();
    issue("token", "g-1", ANN.value(), false, "Ann");

    assertThat(google.signIn("token")).isEqualTo(new Outcome.EmailTaken());
    assertThat(storage.users().find(ann.id()).orElseThrow().googleId()).isNull();
  }

  @Test
  void a_linked_user_is_found_whatever_the_address() {
    issue("before", "g-1", ANN.value(), true, "Ann");
    issue("after", "g-1", "moved@example.com", true, "Ann");

    assertThat(signedIn("after").id()).isEqualTo(signedIn("before").id());
  }

  @Test
  void google_sign_in_needs_a_valid_token_and_an_address() {
    issue("addressless", "g-1", null, true, "Ann");

    assertThat(google.signIn("forged")).isEqualTo(new Outcome.Rejected());
    assertThat(google.signIn("addressless")).isEqualTo(new Outcome.NoEmail());
  }

  @Test
  void a_user_has_one_long_term_token_at_a_time() {
    long id = registered().id();
    CreateLongTermToken create = new CreateLongTermToken(storage.users(), user -> "token-1");
    CheckLongTermToken check = new CheckLongTermToken(storage.users());
    RevokeLongTermToken revoke = new RevokeLongTermToken(storage.users());

    assertThat(create.create(id)).isEqualTo(new CreateLongTermToken.Outcome.Created("token-1"));
    assertThat(create.create(id)).isEqualTo(new CreateLongTermToken.Outcome.AlreadyExists());
    assertThat(create.create(-1)).isEqualTo(new CreateLongTermToken.Outcome.UnknownUser());
    assertThat(check.isInForce(id, "token-1")).isTrue();
    assertThat(check.isInForce(id, "token-2")).isFalse();
    assertThat(revoke.revoke(id)).isEqualTo(RevokeLongTermToken.Outcome.REVOKED);
    assertThat(revoke.revoke(id)).isEqualTo(RevokeLongTermToken.Outcome.NO_TOKEN);
    assertThat(revoke.revoke(-1)).isEqualTo(RevokeLongTermToken.Outcome.UNKNOWN_USER);
    assertThat(check.isInForce(id, "token-1")).isFalse();
  }

  private User registered() {
    RegisterUser.Outcome outcome = register();
    assertThat(outcome).isInstanceOf(RegisterUser.Outcome.Registered.class);
    return ((RegisterUser.Outcome.Registered) outcome).user();
  }

  private RegisterUser.Outcome register() {
    return register.register(
        ANN, new NewPassword("correct horse"), new UserName("Ann"), WaitingClient.LOCAL);
  }

  private LogIn.Outcome logIn(Email email, String password) {
    return logIn.logIn(email, password, WaitingClient.LOCAL);
  }

  private User signedIn(String token) {
    Outcome outcome = google.signIn(token);
    assertThat(outcome).isInstanceOf(Outcome.SignedIn.class);
    return ((Outcome.SignedIn) outcome).user();
  }

  private void issue(
      String token, String id, @Nullable String email, boolean verified, @Nullable String name) {
    GoogleProfile profile = new GoogleProfile(id, name, "https://pictures.example/" + id);
    issued.put(token, new GoogleIdentity(profile, email, verified));
  }

  /** Hashes nothing, so that tests are quick; {@code current} stands for today's parameters. */
  private static final class PlainPasswords implements PasswordHasher {

    private String current = "old";
    private int verified;

    @Override
    public String hash(String password, WaitingClient client) {
      return current + ":" + password;
    }

    @Override
    public String unmatchableHash() {
      return "none";
    }

    @Override
    public boolean verify(String password, String hash, WaitingClient client) {
      verified++;
      return hash.endsWith(":" + password);
    }

    @Override
    public boolean isOutdated(String hash) {
      return !hash.startsWith(current + ":");
    }
  }
}
