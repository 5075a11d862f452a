package dev.vidwiz.accounts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.crypto.generators.SCrypt;

/**
 * A stored hash in one of Werkzeug's formats, {@code method$salt$hex}. The characters of the salt
 * are used as they are, not decoded.
 */
sealed interface PasswordHash {

  /** Computes the hash of a password with this hash's salt and parameters, in lower-case hex. */
  String of(String password);

  /** Returns the stored hash in lower-case hex. */
  String hex();

  /** Returns whether a password matches, in constant time. */
  default boolean matches(String password) {
    return MessageDigest.isEqual(utf8(of(password)), utf8(hex()));
  }

  /** Parses a stored hash; empty when the format is unknown or a parameter is out of bounds. */
  static Optional<PasswordHash> parse(String text) {
    return Scrypt.parse(text).or(() -> Pbkdf2.parse(text));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** {@code scrypt:N:r:p$salt$hex}, RFC 7914. */
  record Scrypt(int cost, int blockSize, int parallelism, String salt, String hex)
      implements PasswordHash {

    static final int LENGTH = 64;

    private static final Pattern FORMAT =
        Pattern.compile(
            "scrypt:([0-9]{1,6}):([0-9]{1,2}):([0-9]{1,2})\\$([^$]{1,128})\\$([0-9a-f]{128})");

    /** A hash needs 128 * N * r bytes. */
    private static final long MAX_MEMORY = 128L << 20;

    private static final int MAX_PARALLELISM = 16;

    static Optional<PasswordHash> parse(String text) {
      Matcher parts = FORMAT.matcher(text);
      if (!parts.matches()) {
        return Optional.empty();
      }
      Scrypt hash =
          new Scrypt(
              Integer.parseInt(parts.group(1)),
              Integer.parseInt(parts.group(2)),
              Integer.parseInt(parts.group(3)),
              parts.group(4),
              parts.group(5));
      return hash.isBounded() ? Optional.of(hash) : Optional.empty();
    }

    private boolean isBounded() {
      return cost > 1
          && Integer.bitCount(cost) == 1
          && blockSize > 0
          && parallelism > 0
          && parallelism <= MAX_PARALLELISM
          && 128L * cost * blockSize <= MAX_MEMORY;
    }

    @Override
    public String of(String password) {
      return HexFormat.of()
          .formatHex(
              SCrypt.generate(utf8(password), utf8(salt), cost, blockSize, parallelism, LENGTH));
    }
  }

  /** {@code pbkdf2:sha256:iterations$salt$hex}, RFC 8018. */
  record Pbkdf2(int iterations, String salt, String hex) implements PasswordHash {

    private static final Pattern FORMAT =
        Pattern.compile("pbkdf2:sha256:([0-9]{1,7})\\$([^$]{1,128})\\$([0-9a-f]{64})");
    private static final int MAX_ITERATIONS = 5_000_000;
    private static final int LENGTH_BITS = 256;

    static Optional<PasswordHash> parse(String text) {
      Matcher parts = FORMAT.matcher(text);
      if (!parts.matches()) {
        return Optional.empty();
      }
      int iterations = Integer.parseInt(parts.group(1));
      return iterations < 1 || iterations > MAX_ITERATIONS
          ? Optional.empty()
          : Optional.of(new Pbkdf2(iterations, parts.group(2), parts.group(3)));
    }

    @Override
    public String of(String password) {
      try {
        var spec = new PBEKeySpec(password.toCharArray(), utf8(salt), iterations, LENGTH_BITS);
        return HexFormat.of()
            .formatHex(
                SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded());
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every JDK has this algorithm", e);
      }
    }
  }
}
