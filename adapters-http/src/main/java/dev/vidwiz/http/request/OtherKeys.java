package dev.vidwiz.http.request;

import io.javalin.security.RouteRole;

/** What becomes of keys in a body that a route does not know; without one they are ignored. */
public enum OtherKeys implements RouteRole {
  REJECT_UNKNOWN_FIELDS
}
