package dev.vidwiz.http.auth;

import static dev.vidwiz.http.auth.GoogleKeyServer.claims;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.failure.InfrastructureException;
import dev.vidwiz.application.user.GoogleIdentity;
import dev.vidwiz.application.user.GoogleProfile;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GoogleIdTokensTest {

  /** A key that Google does not have. */
  private static final RSAKey OTHER = GoogleKeyServer.newKey("other");

  private final SettableClock clock = new SettableClock();
  private final Instant now = clock.instant();
  private final GoogleKeyServer google = new GoogleKeyServer();
  private final GoogleIdTokens tokens = new GoogleIdTokens("client-id", google.address(), clock);

  GoogleIdTokensTest() throws IOException {}

  @AfterEach
  void stop() {
    google.close();
  }

  @Test
  void a_valid_token_identifies_its_user() {
    GoogleProfile ann = new GoogleProfile("google-1", "Ann Smith", "https://example.com/ann.png");

    assertThat(tokens.verify(google.sign(claims(now))))
        .contains(new GoogleIdentity(ann, "Ann@Example.com", true));
    assertThat(tokens.verify(google.sign(claims(now).issuer("accounts.google.com")))).isPresent();
    assertThat(google.requests()).isEqualTo(1);
  }

  @Test
  void what_is_missing_is_null_and_an_address_is_verified_only_when_it_says_so() {
    var bare =
        claims(now)
            .claim("name", null)
            .claim("picture", 7)
            .claim("email", null)
            .claim("email_verified", "true");

    assertThat(tokens.verify(google.sign(bare)))
        .contains(new GoogleIdentity(new GoogleProfile("google-1", null, null), null, false));
  }

  @Test
  void a_token_with_another_audience_or_issuer_is_rejected() {
    assertRejected(google.sign(claims(now).audience("other-client")));
    assertRejected(google.sign(claims(now).audience((String) null)));
    assertRejected(google.sign(claims(now).issuer("https://accounts.google.com.evil.example")));
    assertRejected(google.sign(claims(now).issuer(null)));
    assertRejected(google.sign(claims(now).subject(null)));
    assertThat(tokens.verify(google.sign(claims(now).audience(List.of("x", "client-id")))))
        .isPresent();
  }

  @Test
  void an_expired_token_is_rejected() {
    String token = google.sign(claims(now));
    clock.advance(Duration.ofHours(1).plusSeconds(1));

    assertRejected(token);
    assertRejected(google.sign(claims(now).expirationTime(null)));
  }

  @Test
  void a_token_with_another_signature_is_rejected() throws JOSEException {
    assertRejected(GoogleKeyServer.sign(claims(now), "k1", OTHER));
    assertRejected(GoogleKeyServer.sign(claims(now), "k2", OTHER));
    assertRejected(new PlainJWT(claims(now).build()).serialize());
    SignedJWT symmetric = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims(now).build());
    symmetric.sign(new MACSigner(new byte[32]));
    assertRejected(symmetric.serialize());
    assertRejected("");
    assertRejected("a.b.c");
    assertRejected("bnVsbA.bnVsbA.bnVsbA");
  }

  @Test
  void unknown_keys_do_not_cause_repeated_fetches() {
    String token = GoogleKeyServer.sign(claims(now), "made-up", OTHER);
    for (int i = 0; i < 10; i++) {
      assertRejected(token);
    }
    assertThat(google.requests()).isLessThanOrEqualTo(2);
    assertThat(tokens.verify(google.sign(claims(now)))).isPresent();
  }

  @Test
  void without_googles_keys_verification_fails() {
    google.answerWith(503);

    for (int i = 0; i < 4; i++) {
      assertThatExceptionOfType(InfrastructureException.class)
          .isThrownBy(() -> tokens.verify(google.sign(claims(now))))
          .matches(InfrastructureException::isTemporary);
    }
  }

  @Test
  void without_a_client_id_every_token_is_rejected() {
    GoogleIdTokens none = new GoogleIdTokens(null, google.address(), clock);

    assertThat(none.verify(google.sign(claims(now)))).isEmpty();
  }

  private void assertRejected(String token) {
    assertThat(tokens.verify(token)).isEmpty();
  }
}
