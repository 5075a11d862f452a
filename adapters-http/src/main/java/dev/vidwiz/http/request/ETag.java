package dev.vidwiz.http.request;

import io.javalin.http.Context;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Names the content of a response by its hash, so that a client which has it already gets 304. Not
 * thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-conditional-requests">RFC 9110:
 *     Conditional Requests</a>
 */
public final class ETag {

  private static final int BYTES = 16;

  private final MessageDigest digest = sha256();

  /** Adds a part of the content. */
  public ETag add(byte[] part) {
    digest.update(part);
    return this;
  }

  /**
   * Sets the headers for the content. When the client has it, sets the status 304, too, and returns
   * true; then no content is to be sent. Call this once.
   */
  public boolean isKnown(Context ctx) {
    byte[] hash = Arrays.copyOf(digest.digest(), BYTES);
    String tag = '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + '"';
    ctx.header("ETag", tag).header("Cache-Control", "private, no-cache");
    String known = ctx.header("If-None-Match");
    if (known == null || !isNamedIn(known, tag)) {
      return false;
    }
    ctx.status(304);
    return true;
  }

  private static boolean isNamedIn(String header, String tag) {
    return Arrays.stream(header.split(","))
        .map(name -> name.strip().replaceFirst("^W/", ""))
        .anyMatch(name -> name.equals(tag) || name.equals("*"));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has it", e);
    }
  }
}
