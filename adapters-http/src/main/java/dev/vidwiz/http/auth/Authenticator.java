package dev.vidwiz.http.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidwiz.application.user.CheckLongTermToken;
import dev.vidwiz.application.user.Users;
import dev.vidwiz.domain.input.Blank;
import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.input.Refusal;
import dev.vidwiz.domain.input.TextRule;
import dev.vidwiz.http.error.ApiException;
import dev.vidwiz.http.error.ErrorCode;
import dev.vidwiz.http.error.FieldErrors;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Identifies the caller and rejects callers without access. */
public final class Authenticator {

  static final String CALLER = Caller.class.getName();

  private static final String GUEST_HEADER = "X-Guest-Session-ID";
  private static final TextRule GUEST_ID = new TextRule(1, 200);
  private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);
  private static final String SCHEME = "Bearer ";

  private final ServerTokens tokens;
  private final CheckLongTermToken longTermTokens;
  private final Users users;
  private final @Nullable String adminToken;

  /** Accepts the given kinds of tokens. If {@code adminToken} is null, no admin is accepted. */
  public Authenticator(
      ServerTokens tokens,
      CheckLongTermToken longTermTokens,
      Users users,
      @Nullable String adminToken) {
    this.tokens = tokens;
    this.users = users;
    this.longTermTokens = longTermTokens;
    this.adminToken = adminToken;
  }

  /** Checks the caller; runs before the handler. */
  public void authenticate(Context ctx) {
    ctx.routeRoles().stream()
        .filter(Access.class::isInstance)
        .map(Access.class::cast)
        .forEach(access -> ctx.attribute(CALLER, checked(ctx, access, caller(ctx, access))));
  }

  /**
   * A token outlives its user: what they would write must not be nobody's. Who takes a task, which
   * is all that users share with admins, writes by GET.
   */
  private Caller checked(Context ctx, Access access, Caller caller) {
    boolean onlyReads = READING.contains(ctx.method()) && access != Access.USER_OR_ADMIN;
    if (!onlyReads && caller instanceof Caller.KnownUser(long id) && users.find(id).isEmpty()) {
      throw ApiException.notFound("User not found");
    }
    return caller;
  }

  /** Returns whether a request has the valid admin token, on any route. */
  public boolean carriesAdminToken(Context ctx) {
    return findBearer(ctx).filter(this::isAdminToken).isPresent();
  }

  private Caller caller(Context ctx, Access access) {
    return switch (access) {
      case ANYBODY -> anybody(ctx);
      case USER -> user(bearer(ctx)).orElseThrow(Authenticator::badToken);
      case USER_OR_AUTOMATION -> userOrAutomation(ctx);
      case USER_OR_GUEST -> userOrGuest(ctx);
      case USER_OR_ADMIN -> userOrAdmin(ctx);
      case ADMIN -> admin(ctx);
    };
  }

  private Caller anybody(Context ctx) {
    Optional<String> token = findBearer(ctx);
    if (token.filter(this::isAdminToken).isPresent()) {
      return new Caller.Admin();
    }
    return token
        .filter(any -> tokens.canVerify())
        .flatMap(this::userOrAutomation)
        .orElseGet(
            () -> new Caller.Guest(Objects.requireNonNullElse(ctx.header(GUEST_HEADER), "")));
  }

  private Optional<Caller> user(String token) {
    return tokens
        .verify(token)
        .filter(bearer -> !bearer.longTerm())
        .map(bearer -> new Caller.KnownUser(bearer.userId()));
  }

  private Caller userOrAutomation(Context ctx) {
    return userOrAutomation(bearer(ctx)).orElseThrow(Authenticator::badToken);
  }

  private Optional<Caller> userOrAutomation(String token) {
    return tokens
        .verify(token)
        .filter(bearer -> !bearer.longTerm() || longTermTokens.isInForce(bearer.userId(), token))
        .map(bearer -> new Caller.KnownUser(bearer.userId()));
  }

  private Caller userOrGuest(Context ctx) {
    String guestId = ctx.header(GUEST_HEADER);
    if (guestId == null || Blank.isBlank(guestId)) {
      return user(bearer(ctx)).orElseThrow(Authenticator::badToken);
    }
    return findBearer(ctx)
        .filter(any -> tokens.canVerify())
        .flatMap(this::user)
        .orElseGet(() -> guest(guestId));
  }

  private static Caller guest(String sessionId) {
    if (GUEST_ID.check(sessionId) instanceof Parsed.Refused<String>(Refusal refusal)) {
      FieldErrors errors = new FieldErrors();
      errors.add("header." + GUEST_HEADER, refusal);
      errors.throwIfAny();
    }
    return new Caller.Guest(sessionId);
  }

  private Caller admin(Context ctx) {
    String token = bearer(ctx);
    if (adminToken == null) {
      throw ApiException.notConfigured("ADMIN_TOKEN is not configured");
    }
    if (!isAdminToken(token)) {
      throw new ApiException(ErrorCode.FORBIDDEN, "The token does not open this part of the API");
    }
    return new Caller.Admin();
  }

  private Caller userOrAdmin(Context ctx) {
    String token = bearer(ctx);
    return isAdminToken(token)
        ? new Caller.Admin()
        : user(token).orElseThrow(Authenticator::badToken);
  }

  private boolean isAdminToken(String token) {
    return adminToken != null && MessageDigest.isEqual(adminToken.getBytes(UTF_8), bytes(token));
  }

  private static String bearer(Context ctx) {
    return findBearer(ctx)
        .orElseThrow(() -> unauthorized("An Authorization header with a Bearer token is required"));
  }

  private static Optional<String> findBearer(Context ctx) {
    return Optional.ofNullable(ctx.header("Authorization"))
        .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(header -> header.substring(SCHEME.length()).strip())
        .filter(token -> !token.isEmpty());
  }

  private static ApiException badToken() {
    return unauthorized("The token is invalid or has expired");
  }

  private static ApiException unauthorized(String message) {
    return new ApiException(ErrorCode.UNAUTHORIZED, message);
  }

  /** Returns the bytes that the caller sent: Jetty decodes headers as ISO 8859-1. */
  private static byte[] bytes(String token) {
    return token.getBytes(ISO_8859_1);
  }
}
