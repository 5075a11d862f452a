package dev.vidwiz.http.web;

import java.util.regex.Pattern;

/**
 * Tells whether the name of a file holds a hash of what is in it, as build tools write it: {@code
 * index-DzGhtkQp.js}, {@code main.8d3a1b2c.chunk.css}. Such a file never changes.
 */
final class HashedName {

  /** A long word is no hash: it takes a digit, or a capital among exactly eight letters. */
  private static final Pattern HASHED =
      Pattern.compile(".+[.-](?:(?=[\\w-]*[0-9A-Z])[\\w-]{8}|(?=\\w*[0-9])\\w{9,})(?:\\.\\w+)+");

  private HashedName() {}

  static boolean is(String name) {
    return HASHED.matcher(name).matches();
  }
}
