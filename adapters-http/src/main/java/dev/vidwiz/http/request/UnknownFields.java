package dev.vidwiz.http.request;

import io.javalin.security.RouteRole;

/** How a route treats unknown keys in a body; by default they are ignored. */
public enum UnknownFields implements RouteRole {
  REJECT_UNKNOWN_FIELDS
}
