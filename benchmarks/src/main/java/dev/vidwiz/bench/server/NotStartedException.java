package dev.vidwiz.bench.server;

/** A server did not respond after its start; the message ends with the last lines of its log. */
public final class NotStartedException extends RuntimeException {

  NotStartedException(String message) {
    super(message);
  }
}
