package dev.vidwiz.http.auth;

import io.javalin.http.Context;

/** Who makes a request, as {@link Authenticator} found out. */
public sealed interface Caller {

  /** A user; whether they are still registered is not known. */
  record KnownUser(long id) implements Caller {}

  /** Somebody without an account. */
  record Guest(String sessionId) implements Caller {}

  /** A worker or operator. */
  record Admin() implements Caller {}

  /**
   * Returns who calls.
   *
   * @throws IllegalStateException on routes that are open to anyone
   */
  static Caller of(Context ctx) {
    if (ctx.attribute(Authenticator.CALLER) instanceof Caller caller) {
      return caller;
    }
    throw new IllegalStateException("the route is open to anyone");
  }

  /**
   * Returns the user who calls a route that only users may call.
   *
   * @throws IllegalStateException on other routes
   */
  static long userId(Context ctx) {
    if (of(ctx) instanceof KnownUser(long id)) {
      return id;
    }
    throw new IllegalStateException("the route is not for users only");
  }
}
