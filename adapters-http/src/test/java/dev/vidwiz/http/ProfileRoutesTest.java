package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProfileRoutesTest {

  private static final String ME = "/v2/users/me";
  private static final String TOKENS = "/v2/auth/tokens";

  private final TestServer server = TestServer.start();
  private final String ann = server.logIn("ann");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_profile_has_the_documented_format() {
    assertThat(server.callAs(ann, "GET", ME, null).body())
        .isEqualTo(
            """
            {"id":1,"email":"ann@example.com","name":"ann","profile_image_url":null,\
            "ai_notes_enabled":false,"token_exists":false,"long_term_token":null,\
            "created_at":"2026-03-01T17:30:00+0530","credits_balance":null}\
            """);
  }

  @Test
  void only_the_given_fields_are_changed() {
    assertThat(update("{\"name\": \"  Ann Smith \"}").json().get("name").textValue())
        .isEqualTo("Ann Smith");
    Answer updated = update("{\"ai_notes_enabled\": true, \"name\": null, \"email\": \"ignored\"}");
    assertThat(updated.status()).isEqualTo(200);
    assertThat(updated.json().get("ai_notes_enabled").booleanValue()).isTrue();
    assertThat(updated.json().get("name").textValue()).isEqualTo("Ann Smith");
    assertThat(updated.json().get("email").textValue()).isEqualTo("ann@example.com");
    assertThat(update("{}").status()).isEqualTo(200);
  }

  @Test
  void a_profile_that_breaks_rules_is_refused() {
    assertThat(update("{\"name\": \"A\", \"ai_notes_enabled\": \"true\"}").wrongFields())
        .isEqualTo("body.name string_too_short, body.ai_notes_enabled bool_type");
    assertThat(update("{\"name\": 5, \"ai_notes_enabled\": 1}").wrongFields())
        .isEqualTo("body.name string_type, body.ai_notes_enabled bool_type");
  }

  @Test
  void a_user_has_one_long_term_token_at_most() {
    Answer created = server.callAs(ann, "POST", TOKENS, null);
    assertThat(created.status()).isEqualTo(200);
    assertThat(created.json().fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("message", "token");
    String token = created.json().get("token").textValue();
    Answer me = server.callAs(ann, "GET", ME, null);
    assertThat(me.json().get("token_exists").booleanValue()).isTrue();
    assertThat(me.json().get("long_term_token").textValue()).isEqualTo(token);
    Answer updated = update("{\"name\": \"Ann\"}");
    assertThat(updated.json().get("token_exists").booleanValue()).isTrue();
    assertThat(updated.json().get("long_term_token").isNull()).isTrue();

    assertThat(server.callAs(ann, "POST", TOKENS, null).code()).isEqualTo("BAD_REQUEST");
    Answer revoked = server.callAs(ann, "DELETE", TOKENS, null);
    assertThat(revoked.status()).isEqualTo(200);
    assertThat(revoked.json().fieldNames()).toIterable().containsExactly("message");
    assertThat(server.callAs(ann, "DELETE", TOKENS, null).code()).isEqualTo("NOT_FOUND");
  }

  private Answer update(String body) {
    return server.callAs(ann, "PATCH", ME, body);
  }
}
