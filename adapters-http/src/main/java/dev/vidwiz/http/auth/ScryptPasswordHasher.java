package dev.vidwiz.http.auth;

import dev.vidwiz.application.user.PasswordHasher;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Hashes passwords as {@code scrypt:32768:8:3$salt$hex}, and verifies older formats too. A hash
 * takes 32 MB and much of a core's time. A pool with one thread per core computes them, so that
 * many logins at once do not block other requests; callers wait. Thread-safe.
 */
public final class ScryptPasswordHasher implements PasswordHasher {

  private static final int COST = 32_768;
  private static final int BLOCK_SIZE = 8;
  private static final int PARALLELISM = 3;
  private static final String METHOD = "scrypt:%d:%d:%d$".formatted(COST, BLOCK_SIZE, PARALLELISM);

  private static final String SALT_CHARACTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int SALT_LENGTH = 16;

  private final SecureRandom random = new SecureRandom();
  private final Executor threads =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().daemon().name("passwords-", 0).factory());
  private final String unmatchable = randomHash();

  @Override
  public String hash(String password) {
    String salt = salt();
    var scrypt = new PasswordHash.Scrypt(COST, BLOCK_SIZE, PARALLELISM, salt, "");
    return format(salt, runLimited(() -> scrypt.of(password)));
  }

  @Override
  public String unmatchableHash() {
    return unmatchable;
  }

  @Override
  public boolean verify(String password, String hash) {
    return PasswordHash.parse(hash)
        .map(stored -> runLimited(() -> stored.matches(password)))
        .orElse(false);
  }

  @Override
  public boolean isOutdated(String hash) {
    return !hash.startsWith(METHOD);
  }

  private <T> T runLimited(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, threads).join();
  }

  private String salt() {
    return random
        .ints(SALT_LENGTH, 0, SALT_CHARACTERS.length())
        .map(SALT_CHARACTERS::charAt)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private String randomHash() {
    byte[] hash = new byte[PasswordHash.Scrypt.LENGTH];
    random.nextBytes(hash);
    return format(salt(), HexFormat.of().formatHex(hash));
  }

  private static String format(String salt, String hex) {
    return METHOD + salt + "$" + hex;
  }
}
