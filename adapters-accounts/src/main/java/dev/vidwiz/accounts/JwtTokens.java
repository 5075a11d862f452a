package dev.vidwiz.accounts;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.Claim;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vidwiz.application.user.UserTokens;
import dev.vidwiz.domain.user.User;
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
 * Creates and verifies the JSON Web Tokens of users, signed with HS256. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519">RFC 7519</a>
 */
public final class JwtTokens implements UserTokens {

  private static final String USER_ID = "user_id";
  private static final String TYPE = "type";
  private static final String LONG_TERM = "long_term";
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  /** About 5 MB when full. */
  private static final int MAX_CACHED = 10_000;

  /**
   * The content of a token with a valid signature. {@code expiresAt} is null when it never expires.
   */
  private record Verified(Bearer bearer, @Nullable Instant expiresAt) {}

  /** Clients send the same token many times; only its expiry has to be checked each time. */
  private final Cache<String, Verified> cache =
      Caffeine.newBuilder().maximumSize(MAX_CACHED).executor(Runnable::run).build();

  private final Algorithm algorithm;
  private final @Nullable Algorithm untrimmedAlgorithm;
  private final Duration lifetime;
  private final InstantSource clock;

  /**
   * Signs with a secret, stripped of surrounding white space. It may be shorter than RFC 7518
   * requires. Tokens signed with the unstripped secret stay valid.
   *
   * @param lifetime how long a login session is valid
   */
  public JwtTokens(String secret, Duration lifetime, InstantSource clock) {
    this.algorithm = Algorithm.HMAC256(secret.strip());
    this.untrimmedAlgorithm = secret.equals(secret.strip()) ? null : Algorithm.HMAC256(secret);
    this.lifetime = lifetime;
    this.clock = clock;
  }

  @Override
  public String issueForSession(User user) {
    return JWT.create()
        .withClaim(USER_ID, user.id())
        .withClaim("email", user.email().value())
        .withClaim("name", user.displayName())
        .withClaim("profile_image_url", user.profileImageUrl())
        .withExpiresAt(clock.instant().plus(lifetime))
        .sign(algorithm);
  }

  @Override
  public String issue(User user) {
    return JWT.create()
        .withClaim(USER_ID, user.id())
        .withClaim("email", user.email().value())
        .withClaim(TYPE, LONG_TERM)
        .withIssuedAt(clock.instant())
        .withJWTId(UUID.randomUUID().toString())
        .sign(algorithm);
  }

  @Override
  public Optional<Bearer> verify(String token) {
    Verified verified = cache.getIfPresent(token);
    if (verified == null) {
      verified = verifyUncached(token);
      if (verified == null) {
        return Optional.empty();
      }
      cache.put(token, verified);
    }
    return isExpired(verified.expiresAt()) ? Optional.empty() : Optional.of(verified.bearer());
  }

  private boolean isExpired(@Nullable Instant expiresAt) {
    return expiresAt != null && !clock.instant().isBefore(expiresAt);
  }

  private @Nullable Verified verifyUncached(String token) {
    Verified verified = verified(token, algorithm);
    return verified == null && untrimmedAlgorithm != null
        ? verified(token, untrimmedAlgorithm)
        : verified;
  }

  private @Nullable Verified verified(String token, Algorithm algorithm) {
    try {
      return isCanonical(token) ? verified(verifier(algorithm).verify(token)) : null;
    } catch (JWTVerificationException | NullPointerException e) {
      // The library throws it for a header or payload that is the JSON null.
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

  /** Ignores {@code iat}, because the clock of another server may be ahead of this one. */
  private JWTVerifier verifier(Algorithm algorithm) {
    var verification = (JWTVerifier.BaseVerification) JWT.require(algorithm).ignoreIssuedAt();
    return verification.build(clock.withZone(ZoneOffset.UTC));
  }
}
