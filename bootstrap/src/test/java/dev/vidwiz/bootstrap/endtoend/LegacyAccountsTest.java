package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Accounts in the legacy API. */
class LegacyAccountsTest extends OnSharedServer {

  private final String email = UUID.randomUUID() + "@example.com";

  @Test
  void signing_up_accepts_known_keys_only_and_each_address_once() {
    assertThat(signUp().expect(201).get("message").textValue())
        .isEqualTo("User created successfully");

    assertThat(signUp().expect(409).at("/error/code").textValue()).isEqualTo("CONFLICT");
    assertThat(
            server
                .api()
                .post("/api/user/signup", "{\"email\": \"x\", \"name\": \"A\", \"age\": 7}")
                .refusedFields())
        .containsExactlyInAnyOrder(
            "body.email value_error",
            "body.password missing",
            "body.name string_too_short",
            "body.age extra_forbidden");
  }

  @Test
  void logging_in_returns_a_token_for_both_apis() {
    signUp().expect(201);

    Api user = new Api(server.port(), logIn("learn-something").expect(200).get("token").asText());

    assertThat(user.get("/v2/users/me").expect(200).get("email").asText()).isEqualTo(email);
    assertThat(logIn("something-else").status()).isEqualTo(401);
    assertThat(
            server
                .api()
                .post("/api/user/login", "{\"email\": 1, \"password\": \"\", \"remember\": true}")
                .refusedFields())
        .containsExactlyInAnyOrder(
            "body.email string_type",
            "body.password string_too_short",
            "body.remember extra_forbidden");
  }

  @Test
  void google_sign_in_requires_its_setting() {
    Api nobody = server.api();

    assertThat(nobody.post("/api/user/google/login", "{\"credential\": \"x\"}").refusal(500))
        .isEqualTo("Google OAuth not configured");
    assertThat(nobody.post("/api/user/google/login", "{\"token\": \"x\"}").refusedFields())
        .containsExactlyInAnyOrder("body.credential missing", "body.token extra_forbidden");
  }

  @Test
  void a_long_term_token_replaces_a_login() {
    Api user = server.api().newUser(email);
    assertThat(user.delete("/api/user/token").status()).isEqualTo(404);

    String token = user.post("/api/user/token", "").expect(200).get("token").textValue();
    Api automation = new Api(server.port(), token);

    assertThat(automation.post("/api/user/token", "").status()).isEqualTo(400);
    assertThat(automation.get("/api/user/profile").expect(200).get("long_term_token").asText())
        .isEqualTo(token);
    assertThat(automation.get("/v2/users/me").status()).isEqualTo(401);
    assertThat(automation.delete("/api/user/token").status()).isEqualTo(200);
    assertThat(automation.get("/api/user/profile").status()).isEqualTo(401);
    assertThat(server.api().post("/api/user/token", "").status()).isEqualTo(401);
  }

  @Test
  void a_profile_is_the_same_in_both_apis() {
    Api user = server.api().newUser(email);

    JsonNode profile = user.get("/api/user/profile").expect(200);
    assertThat(profile).isEqualTo(user.get("/v2/users/me").expect(200));

    JsonNode changed =
        user.patch("/api/user/profile", "{\"name\": \" Bea \", \"ai_notes_enabled\": true}")
            .expect(200);
    assertThat(changed.get("name").textValue()).isEqualTo("Bea");
    assertThat(changed).isEqualTo(user.get("/v2/users/me").expect(200));
    assertThat(user.patch("/api/user/profile", "{\"email\": \"a@b.c\"}").refusedFields())
        .containsExactly("body.email extra_forbidden");
    assertThat(server.admin().get("/api/user/profile").status()).isEqualTo(401);
  }

  private Api.Answer signUp() {
    return server
        .api()
        .post(
            "/api/user/signup",
            """
            {"email": "%s", "password": "learn-something", "name": "Ann"}\
            """
                .formatted(email));
  }

  private Api.Answer logIn(String password) {
    return server
        .api()
        .post(
            "/api/user/login",
            """
            {"email": "%s", "password": "%s"}\
            """
                .formatted(email, password));
  }
}
