package dev.vidwiz.http.request;

import io.javalin.security.RouteRole;
import java.util.Set;

/** How long the bodies of a route may be; routes without one have {@link #USUAL}. */
public enum BodyLimit implements RouteRole {
  USUAL(1 << 20),
  TRANSCRIPT(16 << 20);

  private final int bytes;

  BodyLimit(int bytes) {
    this.bytes = bytes;
  }

  int bytes() {
    return bytes;
  }

  static BodyLimit of(Set<RouteRole> roles) {
    return roles.contains(TRANSCRIPT) ? TRANSCRIPT : USUAL;
  }
}
