package dev.vidwiz.http.auth;

import dev.vidwiz.application.user.LogIn;
import dev.vidwiz.application.user.RegisterUser;
import dev.vidwiz.application.user.SignInWithGoogle;
import dev.vidwiz.application.user.WaitingClient;
import dev.vidwiz.domain.input.TextRule;
import dev.vidwiz.domain.user.Email;
import dev.vidwiz.domain.user.NewPassword;
import dev.vidwiz.domain.user.User;
import dev.vidwiz.domain.user.UserName;
import dev.vidwiz.http.error.ApiException;
import dev.vidwiz.http.error.ErrorCode;
import dev.vidwiz.http.jetty.ClientConnection;
import dev.vidwiz.http.json.Json;
import dev.vidwiz.http.json.MessageJson;
import dev.vidwiz.http.limit.RateLimiter;
import dev.vidwiz.http.monitor.OpenRequest;
import dev.vidwiz.http.request.Body;
import dev.vidwiz.http.request.Field;
import dev.vidwiz.http.request.Input;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;

/** Registering and signing in. */
public final class SignInHandlers {

  private static final TextRule PASSWORD = new TextRule(1, 1_000);
  private static final TextRule CREDENTIAL = new TextRule(1, 8_192);

  record TokenJson(String token) {}

  private final RegisterUser registerUser;
  private final LogIn logIn;
  private final SignInWithGoogle signInWithGoogle;
  private final ServerTokens tokens;
  private final boolean googleConfigured;
  private final Json json;

  /** Issues session tokens by {@code tokens}. */
  public SignInHandlers(
      RegisterUser registerUser,
      LogIn logIn,
      SignInWithGoogle signInWithGoogle,
      ServerTokens tokens,
      boolean googleConfigured,
      Json json) {
    this.registerUser = registerUser;
    this.logIn = logIn;
    this.signInWithGoogle = signInWithGoogle;
    this.tokens = tokens;
    this.googleConfigured = googleConfigured;
    this.json = json;
  }

  /** POST /v2/auth/register. */
  public void register(Context ctx) throws IOException {
    Input input = Input.of(ctx);
    Body body = input.body("email", "password", "name");
    Field<Email> email = body.required("email").text(Email::parse);
    Field<NewPassword> password =
        body.required("password").text(text -> NewPassword.parse(text, email.orNull()));
    Field<UserName> name = body.required("name").text(UserName::parse);
    input.check();
    switch (registerUser.register(email.get(), password.get(), name.get(), client(ctx))) {
      case RegisterUser.Outcome.Registered ignored ->
          json.respond(ctx, 201, new MessageJson("User created successfully"));
      case RegisterUser.Outcome.EmailTaken() ->
          throw new ApiException(ErrorCode.CONFLICT, "This e-mail address is already registered");
    }
  }

  /** POST /v2/auth/login. */
  public void logIn(Context ctx) throws IOException {
    Input input = Input.of(ctx);
    Body body = input.body("email", "password");
    Field<Email> email = body.required("email").text(Email::parse);
    Field<String> password = body.required("password").text(PASSWORD);
    input.check();
    switch (logIn.logIn(email.get(), password.get(), client(ctx))) {
      case LogIn.Outcome.LoggedIn(User user) -> respondWithToken(ctx, user);
      case LogIn.Outcome.Wrong() ->
          throw unauthorized("The e-mail address or the password is wrong");
      case LogIn.Outcome.TooManyFailures(Duration delay) -> throw RateLimiter.refusal(ctx, delay);
    }
  }

  /** POST /v2/auth/google. */
  public void signInWithGoogle(Context ctx) throws IOException {
    Input input = Input.of(ctx);
    Field<String> credential = input.body("credential").required("credential").text(CREDENTIAL);
    input.check();
    if (!googleConfigured) {
      throw ApiException.notConfigured("Google OAuth not configured");
    }
    switch (signInWithGoogle.signIn(credential.get())) {
      case SignInWithGoogle.Outcome.SignedIn(User user) -> respondWithToken(ctx, user);
      case SignInWithGoogle.Outcome.Rejected() ->
          throw unauthorized("The Google credential is invalid or has expired");
      case SignInWithGoogle.Outcome.NoEmail() ->
          throw ApiException.badRequest("The Google account has no e-mail address");
      case SignInWithGoogle.Outcome.EmailTaken() ->
          throw new ApiException(
              ErrorCode.CONFLICT,
              "This e-mail address is registered, and Google has not verified that it is yours");
    }
  }

  private void respondWithToken(Context ctx, User user) {
    json.respondWithSecret(ctx, 200, new TokenJson(tokens.issueForSession(user)));
  }

  private static WaitingClient client(Context ctx) {
    ClientConnection connection = ClientConnection.of(ctx);
    return new WaitingClient(OpenRequest.of(ctx).client(), () -> !connection.isOpen());
  }

  private static ApiException unauthorized(String message) {
    return new ApiException(ErrorCode.UNAUTHORIZED, message);
  }
}
