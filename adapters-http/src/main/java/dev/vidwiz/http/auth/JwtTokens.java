package dev.vidwiz.http.auth;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.Claim;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vidwiz.application.user.LongTermTokens;
import dev.vidwiz.domain.user.User;
import dev.vidwiz.http.error.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes and checks the JSON Web Tokens of users, signed with HS256. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519">RFC 7519</a>
 */
public final class JwtTokens implements LongTermTokens {

  private static final String USER_ID = "user_id";
  private static final String TYPE = "type";
  private static final String LONG_TERM = "long_term";
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  /** Some five megabytes when all of them are in use. */
  private static final int MOST_KNOWN = 10_000;

  /** Who a valid token speaks of. */
  record Bearer(long userId, boolean longTerm) {}

  /** What a token with a good signature says; no end when it is in force for ever. */
  private record Verified(Bearer bearer, @Nullable Instant end) {}

  /** Tokens come again and again, and what they say does not change: only time goes on. */
  private final Cache<String, Verified> known =
      Caffeine.newBuilder().maximumSize(MOST_KNOWN).executor(Runnable::run).build();

  private final @Nullable Algorithm algorithm;
  private final @Nullable Algorithm untrimmed;
  private final Duration lifetime;
  private final InstantSource clock;

  /**
   * Signs with the secret of the settings, which may be shorter than RFC 7518 asks for, without the
   * blanks around it. Tokens that were signed with these go on being good.
   */
  public JwtTokens(Keys keys, InstantSource clock) {
    String secret = keys.secretKey();
    this.algorithm = secret == null ? null : Algorithm.HMAC256(secret.strip());
    this.untrimmed =
        secret == null || secret.equals(secret.strip()) ? null : Algorithm.HMAC256(secret);
    this.lifetime = keys.tokenLifetime();
    this.clock = clock;
  }

  /** Returns the token of a login. */
  String issueForSession(User user) {
    return JWT.create()
        .withClaim(USER_ID, user.id())
        .withClaim("email", user.email().value())
        .withClaim("name", user.displayName())
        .withClaim("profile_image_url", user.profileImageUrl())
        .withExpiresAt(clock.instant().plus(lifetime))
        .sign(algorithm());
  }

  @Override
  public String issue(User user) {
    return JWT.create()
        .withClaim(USER_ID, user.id())
        .withClaim("email", user.email().value())
        .withClaim(TYPE, LONG_TERM)
        .withIssuedAt(clock.instant())
        .withJWTId(UUID.randomUUID().toString())
        .sign(algorithm());
  }

  /** Returns who the token speaks of; empty when it is forged, broken or expired. */
  Optional<Bearer> verify(String token) {
    Verified verified = known.getIfPresent(token);
    if (verified == null) {
      verified = verifyAnew(token);
      if (verified == null) {
        return Optional.empty();
      }
      known.put(token, verified);
    }
    return isOver(verified.end()) ? Optional.empty() : Optional.of(verified.bearer());
  }

  private boolean isOver(@Nullable Instant end) {
    return end != null && !clock.instant().isBefore(end);
  }

  private @Nullable Verified verifyAnew(String token) {
    Verified verified = verified(token, algorithm());
    return verified == null && untrimmed != null ? verified(token, untrimmed) : verified;
  }

  private @Nullable Verified verified(String token, Algorithm signedWith) {
    try {
      return isCanonical(token) ? verified(verifier(signedWith).verify(token)) : null;
    } catch (JWTVerificationException | NullPointerException e) {
      // The library does not expect a header or payload that is JSON's null.
      return null;
    }
  }

  private static @Nullable Verified verified(DecodedJWT jwt) {
    Claim userId = jwt.getClaim(USER_ID);
    Long id = userId.asLong();
    // The library would cut a fraction off.
    if (id == null || !id.toString().equals(userId.toString())) {
      return null;
    }
    Instant end = jwt.getExpiresAtAsInstant();
    boolean longTerm = LONG_TERM.equals(jwt.getClaim(TYPE).asString());
    boolean ofSession = jwt.getClaim(TYPE).isMissing() && end != null;
    // RFC 7515, 4.1.11: we know no extension, so that we must refuse all that are critical.
    return (longTerm || ofSession) && jwt.getHeaderClaim("crit").isMissing()
        ? new Verified(new Bearer(id, longTerm), end)
        : null;
  }

  /** Tells whether no other text stands for the same token: the library reads many as one. */
  private static boolean isCanonical(String token) {
    try {
      return Stream.of(token.split("\\.", -1))
          .allMatch(part -> ENCODER.encodeToString(DECODER.decode(part)).equals(part));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Does not look at {@code iat}: another server's clock may be ahead of ours. */
  private JWTVerifier verifier(Algorithm signedWith) {
    var verification = (JWTVerifier.BaseVerification) JWT.require(signedWith).ignoreIssuedAt();
    return verification.build(clock.withZone(ZoneOffset.UTC));
  }

  private Algorithm algorithm() {
    if (algorithm == null) {
      throw ApiException.notConfigured("SECRET_KEY is not configured");
    }
    return algorithm;
  }
}
