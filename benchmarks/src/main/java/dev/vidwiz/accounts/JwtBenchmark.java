package dev.vidwiz.accounts;

import dev.vidwiz.application.user.UserTokens;
import dev.vidwiz.bench.micro.MicroBenchmark;
import dev.vidwiz.domain.user.Email;
import dev.vidwiz.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;

/** Verifies a session token. */
public class JwtBenchmark extends MicroBenchmark {

  private static final User ANN =
      new User(
          4_711,
          new Email("ann@example.com"),
          "Ann Example",
          null,
          null,
          "https://example.com/ann.jpg",
          null,
          true,
          Instant.EPOCH);

  private final JwtTokens tokens = tokens("0123456789abcdef0123456789abcdef");
  private final String token = tokens.issueForSession(ANN);
  private final String forged = tokens("fedcba9876543210fedcba9876543210").issueForSession(ANN);

  @Benchmark
  public Optional<UserTokens.Bearer> verify() {
    return tokens.verify(token);
  }

  @Benchmark
  public Optional<UserTokens.Bearer> refuse() {
    return tokens.verify(forged);
  }

  private static JwtTokens tokens(String secret) {
    return new JwtTokens(secret, Duration.ofDays(1), InstantSource.system());
  }
}
