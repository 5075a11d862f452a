package dev.vidwiz.domain.user;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The passwords that are tried first: a resource with one on each line, in lower case. */
final class CommonPasswords {

  private static final Set<String> ALL = read();

  private CommonPasswords() {}

  /** Tells whether it is one of them; letter case does not make it another. */
  static boolean contains(String password) {
    return ALL.contains(password.toLowerCase(Locale.ROOT));
  }

  private static Set<String> read() {
    try (InputStream list = CommonPasswords.class.getResourceAsStream("common-passwords.txt")) {
      byte[] bytes = Objects.requireNonNull(list, "common-passwords.txt").readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).lines().collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException("the list of common passwords cannot be read", e);
    }
  }
}
