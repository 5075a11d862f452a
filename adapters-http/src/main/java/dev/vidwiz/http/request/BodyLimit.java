package dev.vidwiz.http.request;

import io.javalin.security.RouteRole;
import java.util.Set;

/** The maximum size of a route's bodies; {@link #STANDARD} unless the route has another one. */
public enum BodyLimit implements RouteRole {
  STANDARD(1 << 20),
  TRANSCRIPT(16 << 20);

  private final int bytes;

  BodyLimit(int bytes) {
    this.bytes = bytes;
  }

  int bytes() {
    return bytes;
  }

  static BodyLimit of(Set<RouteRole> roles) {
    return roles.contains(TRANSCRIPT) ? TRANSCRIPT : STANDARD;
  }
}
