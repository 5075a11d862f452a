package dev.vidwiz.http.web;

import java.util.regex.Pattern;

/**
 * Recognizes file names with a content hash, as build tools write them: {@code index-DzGhtkQp.js},
 * {@code main.8d3a1b2c.chunk.css}. Such a file never changes.
 */
final class HashedName {

  /**
   * A hash has a digit, or is eight characters long with a capital; other long words are not
   * hashes.
   */
  private static final Pattern HASHED =
      Pattern.compile(".+[.-](?:(?=[\\w-]*[0-9A-Z])[\\w-]{8}|(?=\\w*[0-9])\\w{9,})(?:\\.\\w+)+");

  private HashedName() {}

  static boolean is(String name) {
    return HASHED.matcher(name).matches();
  }
}
