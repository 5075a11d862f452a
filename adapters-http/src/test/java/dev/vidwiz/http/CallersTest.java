package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallersTest {

  private static final String ME = "/v2/users/me";
  private static final String VIDEO = "/v2/videos/" + TestServer.VIDEO;
  private static final String NOTE = "{\"timestamp\": \"1:23\"}";
  private static final String GUEST = "X-Guest-Session-ID";

  private TestServer server = TestServer.start();
  private final String ann = server.logIn("ann");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_session_token_gives_access_to_all_but_internal_routes() {
    assertThat(server.callAs(ann, "GET", ME, null).status()).isEqualTo(200);
    assertThat(server.call("GET", ME, null, "Authorization", "bearer  " + ann).status())
        .isEqualTo(200);
    assertThat(server.callAs(ann, "GET", "/v2/internal" + VIDEO.substring(3), null).code())
        .isEqualTo("FORBIDDEN");
  }

  @Test
  void a_token_carries_what_the_web_app_shows() {
    var claims = JWT.decode(ann).getClaims();

    assertThat(claims.keySet())
        .containsExactlyInAnyOrder("user_id", "email", "name", "profile_image_url", "exp");
    assertThat(claims.get("name").asString()).isEqualTo("ann");
    assertThat(claims.get("exp").asInstant())
        .isEqualTo(
            server.clock().instant().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS));
  }

  @Test
  void all_else_is_401() {
    assertUnauthorized(null);
    assertUnauthorized(ann);
    assertUnauthorized("Basic " + ann);
    assertUnauthorized("Bearer");
    assertUnauthorized("Bearer ");
    assertUnauthorized("Bearer " + ann.substring(0, ann.length() - 2));
    assertUnauthorized("Bearer x.y.z");
    assertUnauthorized("Bearer bnVsbA.bnVsbA.bnVsbA");
    assertUnauthorized("Bearer " + TestServer.ADMIN_TOKEN);
    assertUnauthorized("Bearer " + userToken().sign(Algorithm.none()));
    assertUnauthorized("Bearer " + userToken().sign(Algorithm.HMAC512(TestServer.SECRET_KEY)));
    assertUnauthorized("Bearer " + userToken().sign(Algorithm.HMAC256("another secret")));
    assertUnauthorized("Bearer " + sign(JWT.create().withClaim("email", "ann@example.com")));
    assertUnauthorized("Bearer " + sign(JWT.create().withClaim("user_id", "1")));
    assertUnauthorized("Bearer " + sign(JWT.create().withClaim("user_id", 1.5)));
    assertUnauthorized("Bearer " + sign(JWT.create().withClaim("user_id", true)));
    server.clock().advance(Duration.ofDays(1).plusSeconds(1));
    assertUnauthorized("Bearer " + ann);
  }

  @Test
  void a_deleted_user_gets_404() {
    String gone = goneUser();

    assertThat(server.callAs(gone, "GET", ME, null).status()).isEqualTo(404);
    assertThat(server.callAs(gone, "GET", ME, null).body()).contains("\"User not found\"");
    assertThat(server.callAs(gone, "PATCH", ME, "{}").code()).isEqualTo("NOT_FOUND");
    assertThat(server.callAs(gone, "POST", "/v2/auth/tokens", null).code()).isEqualTo("NOT_FOUND");
    assertThat(server.callAs(gone, "DELETE", "/v2/auth/tokens", null).code())
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void a_long_term_token_only_creates_notes() {
    String token = newLongTermToken();

    assertThat(server.callAs(token, "POST", VIDEO + "/notes", NOTE).status()).isEqualTo(201);
    assertThat(server.callAs(token, "GET", VIDEO + "/notes", null).code())
        .isEqualTo("UNAUTHORIZED");
    assertThat(server.callAs(token, "GET", ME, null).code()).isEqualTo("UNAUTHORIZED");
    assertThat(server.callAs(token, "GET", VIDEO + "/stream", null).code())
        .isEqualTo("UNAUTHORIZED");
  }

  @Test
  void only_the_current_long_term_token_is_valid() {
    String first = newLongTermToken();
    server.callAs(ann, "DELETE", "/v2/auth/tokens", null);
    assertThat(server.callAs(first, "POST", VIDEO + "/notes", NOTE).code())
        .isEqualTo("UNAUTHORIZED");

    String second = newLongTermToken();
    assertThat(second).isNotEqualTo(first);
    assertThat(server.callAs(first, "POST", VIDEO + "/notes", NOTE).code())
        .isEqualTo("UNAUTHORIZED");
  }

  @Test
  void a_long_term_token_of_another_server_with_the_same_key_is_valid() {
    long id = server.callAs(ann, "GET", ME, null).json().get("id").longValue();
    String token =
        sign(
            JWT.create()
                .withPayload(
                    """
                    {"user_id": %d, "email": "ann@example.com", "type": "long_term",
                     "iat": 4102444800.123456}
                    """
                        .formatted(id)));
    server.storage().users().storeLongTermTokenIfNone(id, token);

    assertThat(server.callAs(token, "POST", VIDEO + "/notes", NOTE).status()).isEqualTo(201);
  }

  @Test
  void a_guest_or_a_user_may_stream_a_video() {
    server.createVideo(ann);
    server.callAsAdmin(
        "POST", "/v2/internal" + VIDEO.substring(3) + "/metadata", "{\"metadata\": {}}");
    server.callAsAdmin(
        "POST", "/v2/internal" + VIDEO.substring(3) + "/transcript", "{\"transcript\": []}");
    server.callAsAdmin(
        "POST", "/v2/internal" + VIDEO.substring(3) + "/summary", "{\"summary\": \"S\"}");
    String stream = VIDEO + "/stream";

    assertThat(server.callAs(ann, "GET", stream, null).status()).isEqualTo(200);
    assertThat(server.call("GET", stream, null, GUEST, "g").status()).isEqualTo(200);
    assertThat(server.call("GET", stream, null, GUEST, "g", "Authorization", "Bearer x").status())
        .isEqualTo(200);
    assertThat(server.call("GET", stream, null).code()).isEqualTo("UNAUTHORIZED");
    assertThat(server.call("GET", stream, null, GUEST, " ").code()).isEqualTo("UNAUTHORIZED");
    assertThat(server.call("GET", stream, null, GUEST, "g".repeat(200)).status()).isEqualTo(200);
    assertThat(server.call("GET", stream, null, GUEST, "g".repeat(201)).wrongFields())
        .isEqualTo("header.X-Guest-Session-ID string_too_long");
    assertThat(server.call("GET", ME, null, GUEST, "g").code()).isEqualTo("UNAUTHORIZED");
  }

  @Test
  void internal_routes_need_the_admin_token() {
    String path = "/v2/internal" + VIDEO.substring(3);

    assertThat(server.callAsAdmin("GET", path, null).code()).isEqualTo("NOT_FOUND");
    assertThat(server.call("GET", path, null).code()).isEqualTo("UNAUTHORIZED");
    assertThat(server.call("GET", path, null, "Authorization", "Basic x").code())
        .isEqualTo("UNAUTHORIZED");
    assertThat(server.callAs(TestServer.ADMIN_TOKEN + "x", "GET", path, null).code())
        .isEqualTo("FORBIDDEN");
    assertThat(server.callAs(newLongTermToken(), "GET", path, null).code()).isEqualTo("FORBIDDEN");
  }

  @Test
  void a_missing_setting_is_500_and_named() {
    server.close();
    server = TestServer.start(TestServer.settings(TestServer.keys(null, "")));
    String user = "{\"email\": \"a@b.c\", \"password\": \"long enough\", \"name\": \"Ann\"}";

    assertThat(server.callAs(ann, "GET", ME, null).body())
        .contains("\"INTERNAL_ERROR\"", "\"SECRET_KEY is not configured\"");
    assertThat(server.call("GET", ME, null).status()).isEqualTo(401);
    assertThat(server.callAsAdmin("GET", "/v2/internal/tasks", null).status()).isEqualTo(500);
    assertThat(server.call("POST", "/v2/auth/register", user).status()).isEqualTo(201);
    assertThat(server.call("POST", "/v2/auth/login", user).status()).isEqualTo(500);
    assertThat(server.call("POST", "/v2/auth/login", user.replace("long", "short")).status())
        .isEqualTo(401);
    assertThat(server.call("POST", "/v2/auth/login", "{}").status()).isEqualTo(422);
  }

  @Test
  void a_token_that_is_optional_is_ignored_when_no_token_can_be_checked() {
    server.close();
    server = TestServer.start(TestServer.settings(TestServer.keys(null, "")));
    String video = "{\"video_id\": \"" + TestServer.VIDEO + "\"}";

    assertThat(server.callAs(ann, "POST", "/api/wiz/init", video).status()).isEqualTo(200);
    assertThat(
            server
                .call(
                    "POST",
                    "/v2/conversations",
                    video,
                    GUEST,
                    "g",
                    "Authorization",
                    "Bearer " + ann)
                .status())
        .isEqualTo(201);
  }

  private void assertUnauthorized(@Nullable String authorization) {
    Answer answer =
        authorization == null
            ? server.call("GET", ME, null)
            : server.call("GET", ME, null, "Authorization", authorization);
    assertThat(answer.status()).as(String.valueOf(authorization)).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("UNAUTHORIZED");
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  private String newLongTermToken() {
    return server.callAs(ann, "POST", "/v2/auth/tokens", null).json().get("token").textValue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST   | /v2/videos/dQw4w9WgXcQ/notes",
        "PATCH  | /v2/notes/1",
        "DELETE | /v2/notes/1",
        "PATCH  | /v2/users/me",
        "POST   | /v2/auth/tokens",
        "DELETE | /v2/auth/tokens",
        "POST   | /v2/conversations",
        "POST   | /v2/conversations/1/messages",
        "POST   | /api/user/token",
        "DELETE | /api/user/token",
        "PATCH  | /api/user/profile",
        "POST   | /api/notes",
        "PATCH  | /api/notes/1",
        "DELETE | /api/notes/1",
        "GET    | /api/tasks/transcript",
        "POST   | /api/tasks/transcript",
        "GET    | /api/tasks/metadata",
        "POST   | /api/tasks/metadata",
        "POST   | /api/wiz/conversation",
        "POST   | /api/wiz/chat",
        "POST   | /api/wiz/init",
      })
  void a_user_who_is_gone_is_404_wherever_they_would_write(String method, String path) {
    String body = method.equals("GET") ? null : NOTE;

    Answer answer = server.callAs(goneUser(), method, path, body);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("\"User not found\"");
  }

  private String goneUser() {
    return sign(
        JWT.create()
            .withClaim("user_id", 99)
            .withExpiresAt(server.clock().instant().plusSeconds(60)));
  }

  private static JWTCreator.Builder userToken() {
    return JWT.create()
        .withClaim("user_id", 1)
        .withExpiresAt(Instant.parse("2999-01-01T00:00:00Z"));
  }

  private static String sign(JWTCreator.Builder token) {
    return token.sign(Algorithm.HMAC256(TestServer.SECRET_KEY));
  }
}
