package dev.vidwiz.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import dev.vidwiz.application.user.UserTokens;
import dev.vidwiz.domain.user.Email;
import dev.vidwiz.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tokens are remembered, but not longer than they are in force. */
final class JwtTokensTest {

  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final Algorithm HS256 = Algorithm.HMAC256(SECRET);
  private static final Instant END = Instant.parse("2026-11-21T10:00:00Z");

  private Instant now = END.minusSeconds(10);
  private final JwtTokens tokens = new JwtTokens(SECRET, Duration.ofHours(1), () -> now);

  @Test
  void a_cached_token_is_rejected_once_it_expires() {
    String token = token(SECRET, END);
    assertThat(tokens.verify(token)).contains(new UserTokens.Bearer(7, false));
    now = END.minusMillis(1);
    assertThat(tokens.verify(token)).contains(new UserTokens.Bearer(7, false));
    now = END;
    assertThat(tokens.verify(token)).isEmpty();
  }

  @Test
  void a_token_is_accepted_once_it_becomes_valid() {
    String token = session().withNotBefore(END).withExpiresAt(END.plusSeconds(9)).sign(HS256);
    assertThat(tokens.verify(token)).isEmpty();
    now = END.plusSeconds(1);
    assertThat(tokens.verify(token)).contains(new UserTokens.Bearer(7, false));
  }

  @Test
  void only_a_long_term_token_may_lack_an_expiry() {
    assertThat(tokens.verify(session().sign(HS256))).isEmpty();
    String token = session().withClaim("type", "long_term").sign(HS256);
    assertThat(tokens.verify(token)).contains(new UserTokens.Bearer(7, true));
    now = END.plus(Duration.ofDays(3_650));
    assertThat(tokens.verify(token)).isPresent();
  }

  @Test
  void a_token_of_another_type_is_refused() {
    JWTCreator.Builder token = session().withExpiresAt(END);
    assertThat(tokens.verify(token.sign(HS256))).isPresent();
    assertThat(tokens.verify(token.withClaim("type", "refresh").sign(HS256))).isEmpty();
    assertThat(tokens.verify(token.withClaim("type", 1).sign(HS256))).isEmpty();
    assertThat(tokens.verify(token.withNullClaim("type").sign(HS256))).isEmpty();
  }

  @Test
  void a_token_with_critical_extensions_is_refused() {
    JWTCreator.Builder token = session().withExpiresAt(END).withHeader(Map.of("crit", List.of()));
    assertThat(tokens.verify(token.sign(HS256))).isEmpty();
    assertThat(tokens.verify(token.withClaim("type", "long_term").sign(HS256))).isEmpty();
  }

  @Test
  void a_token_can_be_written_in_one_way_only() {
    String good = token(SECRET, END);
    char last = good.charAt(good.length() - 1);
    String sameBytes = good.substring(0, good.length() - 1) + (char) (last + 1);
    assertThat(Base64.getUrlDecoder().decode(sameBytes.substring(good.lastIndexOf('.') + 1)))
        .isEqualTo(Base64.getUrlDecoder().decode(good.substring(good.lastIndexOf('.') + 1)));
    assertThat(tokens.verify(good)).isPresent();
    assertThat(tokens.verify(sameBytes)).isEmpty();
    assertThat(tokens.verify(good + "=")).isEmpty();
    assertThat(tokens.verify(good.replace("eyJ", "eyJ\n"))).isEmpty();
  }

  @Test
  void the_cache_does_not_accept_a_token_with_another_signature() {
    String good = token(SECRET, END);
    assertThat(tokens.verify(good)).isPresent();
    String forged = token("another secret, as long as the first", END);
    assertThat(tokens.verify(forged)).isEmpty();
    assertThat(tokens.verify(good.substring(0, good.lastIndexOf('.') + 1))).isEmpty();
    assertThat(tokens.verify(good)).isPresent();
  }

  @Test
  void a_secret_is_stripped_and_older_tokens_stay_valid() {
    JwtTokens trimming = new JwtTokens(" " + SECRET + "\n", Duration.ofHours(1), () -> now);
    assertThat(trimming.verify(token(" " + SECRET + "\n", END))).isPresent();
    assertThat(trimming.verify(token(SECRET, END))).isPresent();
    assertThat(trimming.verify(token(SECRET + "\n", END))).isEmpty();
    User ann = new User(7, new Email("ann@example.com"), "Ann", null, null, null, null, true, now);
    assertThat(tokens.verify(trimming.issue(ann))).contains(new UserTokens.Bearer(7, true));
  }

  private static String token(String secret, Instant end) {
    return session().withExpiresAt(end).sign(Algorithm.HMAC256(secret));
  }

  private static JWTCreator.Builder session() {
    return JWT.create().withClaim("user_id", 7);
  }
}
