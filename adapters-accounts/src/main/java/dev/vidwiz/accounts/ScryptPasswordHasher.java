package dev.vidwiz.accounts;

import dev.vidwiz.application.user.PasswordHasher;
import dev.vidwiz.application.user.WaitingClient;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Hashes passwords as {@code scrypt:32768:8:3$salt$hex}, and checks older hashes too. One hash
 * takes 32 MB and about 0.2 s of one core: no more run at once than there are cores, on threads of
 * their own, so that a flood of logins leaves the rest of the server running. Up to 64 callers wait
 * in line.
 */
public final class ScryptPasswordHasher implements PasswordHasher {

  private static final int COST = 32_768;
  private static final int BLOCK_SIZE = 8;
  private static final int PARALLELISM = 3;
  private static final String METHOD = "scrypt:%d:%d:%d$".formatted(COST, BLOCK_SIZE, PARALLELISM);

  private static final String SALT_CHARACTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int SALT_LENGTH = 16;
  private static final int MAX_WAITING = 64;

  private final SecureRandom random = new SecureRandom();
  private final HashingLine line =
      new HashingLine(MAX_WAITING, Runtime.getRuntime().availableProcessors());
  private final String unmatchable = randomHash();

  @Override
  public String hash(String password, WaitingClient client) {
    String salt = salt();
    var scrypt = new PasswordHash.Scrypt(COST, BLOCK_SIZE, PARALLELISM, salt, "");
    return format(salt, line.await(client, () -> scrypt.of(password)));
  }

  @Override
  public String unmatchableHash() {
    return unmatchable;
  }

  @Override
  public boolean verify(String password, String hash, WaitingClient client) {
    return PasswordHash.parse(hash)
        .map(stored -> line.await(client, () -> stored.matches(password)))
        .orElse(false);
  }

  @Override
  public boolean isOutdated(String hash) {
    return !hash.startsWith(METHOD);
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
