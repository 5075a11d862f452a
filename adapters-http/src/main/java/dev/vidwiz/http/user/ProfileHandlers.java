package dev.vidwiz.http.user;

import dev.vidwiz.application.user.CreateLongTermToken;
import dev.vidwiz.application.user.ProfileChange;
import dev.vidwiz.application.user.RevokeLongTermToken;
import dev.vidwiz.application.user.Users;
import dev.vidwiz.domain.user.User;
import dev.vidwiz.domain.user.UserName;
import dev.vidwiz.http.auth.Caller;
import dev.vidwiz.http.error.ApiException;
import dev.vidwiz.http.json.Json;
import dev.vidwiz.http.json.MessageJson;
import dev.vidwiz.http.request.Body;
import dev.vidwiz.http.request.Field;
import dev.vidwiz.http.request.Input;
import io.javalin.http.Context;
import java.io.IOException;

/** Handles requests for users' own profiles and long-term tokens. */
public final class ProfileHandlers {

  record NewTokenJson(String message, String token) {}

  private final Users users;
  private final CreateLongTermToken createToken;
  private final RevokeLongTermToken revokeToken;
  private final Json json;

  /** Uses the given use cases. */
  public ProfileHandlers(
      Users users, CreateLongTermToken createToken, RevokeLongTermToken revokeToken, Json json) {
    this.users = users;
    this.createToken = createToken;
    this.revokeToken = revokeToken;
    this.json = json;
  }

  /** GET /v2/users/me. */
  public void show(Context ctx) {
    User user = users.find(Caller.userId(ctx)).orElseThrow(ProfileHandlers::unknownUser);
    json.respondWithSecret(ctx, 200, UserJson.from(user));
  }

  /** PATCH /v2/users/me. */
  public void update(Context ctx) throws IOException {
    Input input = Input.of(ctx);
    Body body = input.body("name", "ai_notes_enabled");
    Field<UserName> name = body.optional("name").text(UserName::parse);
    Field<Boolean> aiNotes = body.optional("ai_notes_enabled").bool();
    input.check();
    User user =
        users
            .updateProfile(Caller.userId(ctx), new ProfileChange(name.orNull(), aiNotes.orNull()))
            .orElseThrow(ProfileHandlers::unknownUser);
    json.respond(ctx, 200, UserJson.from(user).withoutToken());
  }

  /** POST /v2/auth/tokens. */
  public void createToken(Context ctx) {
    switch (createToken.create(Caller.userId(ctx))) {
      case CreateLongTermToken.Outcome.Created(String token) ->
          json.respondWithSecret(ctx, 200, new NewTokenJson("Token created", token));
      case CreateLongTermToken.Outcome.AlreadyExists() ->
          throw ApiException.badRequest("You have a token already; revoke it first");
      case CreateLongTermToken.Outcome.UnknownUser() -> throw unknownUser();
    }
  }

  /** DELETE /v2/auth/tokens. */
  public void revokeToken(Context ctx) {
    switch (revokeToken.revoke(Caller.userId(ctx))) {
      case REVOKED -> json.respond(ctx, 200, new MessageJson("Token revoked"));
      case NO_TOKEN -> throw ApiException.notFound("You have no token");
      case UNKNOWN_USER -> throw unknownUser();
    }
  }

  private static ApiException unknownUser() {
    return ApiException.notFound("User not found");
  }
}
