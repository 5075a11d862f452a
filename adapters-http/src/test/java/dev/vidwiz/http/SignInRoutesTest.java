package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.user.GoogleProfile;
import dev.vidwiz.application.user.NewUser;
import dev.vidwiz.domain.user.Email;
import dev.vidwiz.http.auth.GoogleIdTokens;
import dev.vidwiz.http.auth.GoogleKeyServer;
import dev.vidwiz.http.auth.Keys;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInRoutesTest {

  private static final String REGISTER = "/v2/auth/register";
  private static final String LOGIN = "/v2/auth/login";
  private static final String GOOGLE = "/v2/auth/google";

  private final GoogleKeyServer google = new GoogleKeyServer();
  private TestServer server = start(google.address());

  SignInRoutesTest() throws IOException {}

  @AfterEach
  void stop() {
    server.close();
    google.close();
  }

  @Test
  void an_answer_with_a_token_is_kept_nowhere() {
    String token = server.logIn("ann");
    String login = "{\"email\": \"ann@example.com\", \"password\": \"correct horse\"}";

    assertThat(server.call("POST", "/v2/auth/login", login).header("Cache-Control"))
        .isEqualTo("no-store");
    assertThat(server.callAs(token, "POST", "/v2/auth/tokens", null).header("Cache-Control"))
        .isEqualTo("no-store");
    assertThat(server.callAs(token, "GET", "/v2/users/me", null).header("Cache-Control"))
        .isEqualTo("no-store");
  }

  @Test
  void a_registered_user_can_log_in() {
    Answer registered = post(REGISTER, user(" Ann@Example.COM ", "correct horse", "  Ann "));
    assertThat(registered.status()).isEqualTo(201);
    assertThat(registered.body()).isEqualTo("{\"message\":\"User created successfully\"}");

    Answer loggedIn = post(LOGIN, user("ANN@example.com", "correct horse", ""));
    assertThat(loggedIn.status()).isEqualTo(200);
    String token = loggedIn.json().get("token").textValue();
    Answer me = server.callAs(token, "GET", "/v2/users/me", null);
    assertThat(me.json().get("email").textValue()).isEqualTo("ann@example.com");
    assertThat(me.json().get("name").textValue()).isEqualTo("Ann");
  }

  @Test
  void an_address_is_registered_once_even_by_concurrent_requests() {
    List<CompletableFuture<Answer>> answers =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> post(REGISTER, user("ann@example.com", "correct horse", "Ann"))))
            .limit(8)
            .toList();

    assertThat(answers.stream().map(answer -> answer.join().status()))
        .containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409, 409, 409);
    assertThat(post(REGISTER, user("ANN@example.com", "another horse", "Eve")).code())
        .isEqualTo("CONFLICT");
  }

  @Test
  void an_unknown_address_and_a_wrong_password_get_the_same_error() {
    post(REGISTER, user("ann@example.com", "correct horse", "Ann"));

    Answer wrong = post(LOGIN, user("ann@example.com", "wrong", ""));
    Answer unknown = post(LOGIN, user("eve@example.com", "wrong", ""));

    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.body()).isEqualTo(unknown.body());
    assertThat(wrong.response().statusCode()).isEqualTo(unknown.response().statusCode());
  }

  @Test
  void all_invalid_fields_of_a_registration_are_reported_together() {
    assertThat(post(REGISTER, user("ann@example", "123456", " A ")).wrongFields())
        .isEqualTo(
            "body.email value_error, body.password string_too_short, body.name string_too_short");
    assertThat(post(REGISTER, "{\"email\": 1, \"name\": null}").wrongFields())
        .isEqualTo("body.email string_type, body.password missing, body.name string_type");
    assertThat(post(REGISTER, user("a@b.c", "x".repeat(1001), "x".repeat(101))).wrongFields())
        .isEqualTo("body.password string_too_long, body.name string_too_long");
    assertThat(
            post(REGISTER, user("a@" + "b".repeat(320) + ".c", "correct horse", "Ann"))
                .wrongFields())
        .isEqualTo("body.email value_error");
    assertThat(post(REGISTER, user("a@b.c", "👋x".repeat(500), "👋".repeat(100))).status())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"        ", "aaaaaaaa", "Ann@example.com", "password1", "QWERTYUIOP"})
  void a_password_that_is_guessed_first_is_refused(String password) {
    for (String path : List.of(REGISTER, "/api/user/signup")) {
      Answer answer = post(path, user("ann@example.com", password, "Ann"));

      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.json().at("/error/details/0/field").textValue()).isEqualTo("body.password");
    }
  }

  @Test
  void a_login_takes_shorter_passwords_than_a_registration() {
    assertThat(post(LOGIN, user("a@b.c", "1", "")).status()).isEqualTo(401);
    assertThat(post(LOGIN, user("a@b.c", "", "")).wrongFields())
        .isEqualTo("body.password string_too_short");
    assertThat(post(LOGIN, user("a@b.c", "x".repeat(1001), "")).wrongFields())
        .isEqualTo("body.password string_too_long");
  }

  @Test
  void google_sign_in_creates_an_account() {
    Answer answer = signIn(google.sign(claims()));

    assertThat(answer.status()).isEqualTo(200);
    Answer me = server.callAs(answer.json().get("token").textValue(), "GET", "/v2/users/me", null);
    assertThat(me.json().get("email").textValue()).isEqualTo("ann@example.com");
    assertThat(me.json().get("name").textValue()).isEqualTo("Ann Smith");
    assertThat(me.json().get("profile_image_url").textValue())
        .isEqualTo("https://example.com/ann.png");
  }

  @Test
  void google_links_an_account_only_to_an_address_that_it_verified() {
    post(REGISTER, user("ann@example.com", "correct horse", "Ann"));

    assertThat(signIn(google.sign(claims().claim("email_verified", false))).code())
        .isEqualTo("CONFLICT");
    assertThat(signIn(google.sign(claims())).status()).isEqualTo(200);
    assertThat(
            signIn(google.sign(claims().claim("email_verified", false).claim("email", "x@y.z")))
                .status())
        .isEqualTo(200);
    assertThat(server.storage().users().findByEmail(new Email("ann@example.com")))
        .hasValueSatisfying(user -> assertThat(user.googleId()).isEqualTo("google-1"))
        .hasValueSatisfying(user -> assertThat(user.name()).isEqualTo("Ann"));
  }

  @Test
  void a_bad_credential_is_401_and_one_without_an_address_400() {
    assertThat(signIn("nonsense").code()).isEqualTo("UNAUTHORIZED");
    assertThat(signIn(google.sign(claims().audience("other"))).code()).isEqualTo("UNAUTHORIZED");
    assertThat(signIn(google.sign(claims().claim("email", null))).code()).isEqualTo("BAD_REQUEST");
    assertThat(signIn("").wrongFields()).isEqualTo("body.credential string_too_short");
    assertThat(signIn("x".repeat(8193)).wrongFields()).isEqualTo("body.credential string_too_long");
    assertThat(signIn("x".repeat(8192)).code()).isEqualTo("UNAUTHORIZED");
  }

  @Test
  void keys_that_cannot_be_fetched_are_503() {
    google.answerWith(500);

    Answer answer = signIn(google.sign(claims()));

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("SERVICE_UNAVAILABLE");
    assertThat(answer.body()).doesNotContain("Exception", "certs");
  }

  @Test
  void missing_google_settings_are_reported_after_field_errors() {
    server.close();
    Keys keys = TestServer.keys(TestServer.SECRET_KEY, null);
    server =
        TestServer.start(
            TestServer.settings(new Keys(keys.secretKey(), null, keys.tokenLifetime(), null)));

    assertThat(signIn("x").status()).isEqualTo(500);
    assertThat(signIn("x").body()).contains("\"Google OAuth not configured\"");
    assertThat(post(GOOGLE, "{}").wrongFields()).isEqualTo("body.credential missing");
  }

  @Test
  void a_user_without_a_password_cannot_log_in_with_one() {
    server
        .storage()
        .users()
        .insertIfFree(
            new NewUser(
                new Email("ann@example.com"),
                "Ann",
                null,
                new GoogleProfile("google-1", null, null),
                false,
                server.clock().instant()));

    assertThat(post(LOGIN, user("ann@example.com", "unmatchable", "")).status()).isEqualTo(401);
  }

  private static TestServer start(URI keys) {
    SettableClock clock = new SettableClock();
    return TestServer.start(
        TestServer.settings(TestServer.keys(TestServer.SECRET_KEY, null)),
        new GoogleIdTokens("client-id", keys, clock));
  }

  private JWTClaimsSet.Builder claims() {
    return GoogleKeyServer.claims(server.clock().instant());
  }

  private Answer signIn(String credential) {
    return post(GOOGLE, "{\"credential\": \"" + credential + "\"}");
  }

  private Answer post(String path, String body) {
    return server.call("POST", path, body);
  }

  private static String user(String email, String password, String name) {
    return """
    {"email": "%s", "password": "%s", "name": "%s"}
    """
        .formatted(email, password, name);
  }
}
