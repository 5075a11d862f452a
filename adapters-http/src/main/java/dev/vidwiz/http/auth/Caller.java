package dev.vidwiz.http.auth;

import io.javalin.http.Context;

/** The caller of a request, as identified by {@link Authenticator}. */
public sealed interface Caller {

  /** A user with a valid token; the account may have been deleted since. */
  record KnownUser(long id) implements Caller {}

  /** A caller without an account. */
  record Guest(String sessionId) implements Caller {}

  /** A worker or operator. */
  record Admin() implements Caller {}

  /**
   * Returns the caller.
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
   * Returns the id of the user on a route for users only.
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
