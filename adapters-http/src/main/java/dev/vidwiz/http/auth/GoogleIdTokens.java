package dev.vidwiz.http.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.vidwiz.application.user.GoogleIdentities;
import dev.vidwiz.application.user.GoogleIdentity;
import dev.vidwiz.application.user.GoogleProfile;
import dev.vidwiz.domain.input.Blank;
import dev.vidwiz.domain.input.TextRule;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies Google's ID tokens with Google's public keys. The keys are fetched at first use and
 * cached. An unknown key causes another fetch, at most every 30 seconds. Thread-safe.
 *
 * @see <a
 *     href="https://developers.google.com/identity/openid-connect/openid-connect#validatinganidtoken">
 *     Validating an ID token</a>
 */
public final class GoogleIdTokens implements GoogleIdentities {

  private static final Set<String> ISSUERS =
      Set.of("accounts.google.com", "https://accounts.google.com");
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(5);
  private static final int MAX_KEY_BYTES = 256 << 10;
  private static final Duration CACHE_TIME = Duration.ofHours(1);
  private static final Duration OUTAGE_CACHE_TIME = Duration.ofHours(24);
  private static final Duration MIN_FETCH_INTERVAL = Duration.ofSeconds(30);

  private final @Nullable DefaultJWTProcessor<SecurityContext> processor;
  private volatile boolean keysFetched;

  /**
   * Accepts tokens for one client.
   *
   * @param clientId null to reject all tokens
   * @param keys the address of Google's keys
   * @throws IllegalArgumentException when the address is no URL
   */
  public GoogleIdTokens(@Nullable String clientId, URI keys, InstantSource clock) {
    this.processor = clientId == null ? null : processor(clientId, keySource(keys), clock);
  }

  @Override
  public Optional<GoogleIdentity> verify(String credential) {
    if (processor == null) {
      return Optional.empty();
    }
    try {
      JWTClaimsSet claims = processor.process(credential, null);
      return ISSUERS.contains(claims.getIssuer())
          ? Optional.of(identity(claims))
          : Optional.empty();
    } catch (ParseException | BadJOSEException | NullPointerException e) {
      // The library throws it for a header or payload that is the JSON null.
      return Optional.empty();
    } catch (RateLimitReachedException e) {
      if (keysFetched) {
        return Optional.empty();
      }
      throw new GoogleUnavailableException(e);
    } catch (JOSEException e) {
      throw new GoogleUnavailableException(e);
    }
  }

  private static GoogleIdentity identity(JWTClaimsSet claims) {
    GoogleProfile profile =
        new GoogleProfile(claims.getSubject(), text(claims, "name"), text(claims, "picture"));
    return new GoogleIdentity(
        profile, text(claims, "email"), Boolean.TRUE.equals(claims.getClaim("email_verified")));
  }

  private static @Nullable String text(JWTClaimsSet claims, String name) {
    return claims.getClaim(name) instanceof String text
            && !Blank.isBlank(text)
            && TextRule.isStorable(text)
        ? text
        : null;
  }

  private static DefaultJWTProcessor<SecurityContext> processor(
      String clientId, JWKSource<SecurityContext> keys, InstantSource clock) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
    var verifier =
        new DefaultJWTClaimsVerifier<>(clientId, null, Set.of("sub", "iss", "exp")) {
          @Override
          protected Date currentTime() {
            return Date.from(clock.instant());
          }
        };
    verifier.setMaxClockSkew(0);
    processor.setJWTClaimsSetVerifier(verifier);
    return processor;
  }

  private JWKSource<SecurityContext> keySource(URI keys) {
    return JWKSourceBuilder.create(url(keys), this::fetch)
        .cache(CACHE_TIME.toMillis(), READ_TIMEOUT.plus(CONNECT_TIMEOUT).toMillis())
        .refreshAheadCache(false)
        .rateLimited(MIN_FETCH_INTERVAL.toMillis())
        .outageTolerant(OUTAGE_CACHE_TIME.toMillis())
        .build();
  }

  private Resource fetch(URL keys) throws IOException {
    Resource fetched =
        new DefaultResourceRetriever(
                (int) CONNECT_TIMEOUT.toMillis(), (int) READ_TIMEOUT.toMillis(), MAX_KEY_BYTES)
            .retrieveResource(keys);
    keysFetched = true;
    return fetched;
  }

  private static URL url(URI keys) {
    try {
      return keys.toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("not a URL: " + keys, e);
    }
  }
}
