package dev.vidwiz.bench.workload;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import dev.vidwiz.bench.seed.KnownUser;
import dev.vidwiz.bench.server.Program;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The session token of the known user. */
final class Tokens {

  static final String USER = user();

  private Tokens() {}

  private static String user() {
    return JWT.create()
        .withClaim("user_id", KnownUser.USER)
        .withClaim("email", KnownUser.EMAIL)
        .withClaim("name", "User Number 1")
        .withExpiresAt(Instant.now().plus(1, ChronoUnit.DAYS))
        .sign(Algorithm.HMAC256(Program.SECRET_KEY));
  }
}
