package dev.vidwiz.transfer.archive;

import org.jspecify.annotations.Nullable;

/**
 * The input is not an archive, is damaged, or was written by a newer program; the message says
 * which.
 */
public final class BadArchiveException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BadArchiveException(String message) {
    this(message, null);
  }

  BadArchiveException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
