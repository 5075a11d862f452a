package dev.vidwiz.http.auth;

import io.javalin.security.RouteRole;

/** Who may call a route; a route without one is open to anyone. */
public enum Access implements RouteRole {
  /** Any caller; valid credentials are recognized, invalid ones ignored. */
  ANYBODY,
  /** A user with the token of a login. */
  USER,
  /** A user, or an automation with the user's long-term token. */
  USER_OR_AUTOMATION,
  /** A user, or a guest with a session id. */
  USER_OR_GUEST,
  /** A user with the token of a login, or a worker or operator with the admin token. */
  USER_OR_ADMIN,
  /** A worker or operator with the admin token. */
  ADMIN
}
